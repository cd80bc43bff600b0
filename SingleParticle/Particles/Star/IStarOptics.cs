using SingleParticle.Optics;

namespace SingleParticle.Particles.Star;

/// <summary>Gives every row of a particle table its optics group.</summary>
internal interface IStarOptics
{
    /// <summary>The groups that rows referred to, in the order first met.</summary>
    IReadOnlyList<OpticsGroup> Groups { get; }

    /// <summary>Index into <see cref="Groups"/> of the row being read; -1 when it has none, which is reported.</summary>
    /// <param name="values">The row.</param>
    int IndexOf(StarValues values);
}
