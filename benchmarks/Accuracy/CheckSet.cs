namespace Benchmarks.Accuracy;

/// <summary>Particles with known truth and how they are to be classified.</summary>
/// <param name="Name">Name on the command line and in the table.</param>
/// <param name="ClassCount">K.</param>
/// <param name="Make">Makes or finds the particles for a seed, in a folder of their own.</param>
internal sealed record CheckSet(string Name, int ClassCount, Func<ulong, string, Task<CheckParticles>> Make)
{
    /// <summary>Whether every seed gives the same particles.</summary>
    public bool IsFixed { get; init; }
}
