using SingleParticle.Particles;
using SingleParticle.Statistics;

namespace SingleParticle.Estimation;

/// <summary>The half-set of every particle: its own where it has one, else drawn.</summary>
/// <param name="HalfSets">A or B, in row order.</param>
/// <param name="Warning">What was odd about those that the particles carry; null for nothing.</param>
internal sealed record HalfSetDraw(HalfSet[] HalfSets, string? Warning)
{
    private const ulong StreamKey = 0x68616C66;

    /// <summary>Settles the half-sets.</summary>
    /// <param name="particles">Particles, in row order.</param>
    /// <param name="options">Where half-sets come from.</param>
    public static HalfSetDraw Of(Particle[] particles, EstimationOptions options)
    {
        var given = particles.Where(particle => particle.HalfSet != HalfSet.None).Select(particle => particle.HalfSet).ToHashSet();
        // Without a second half there is no FSC and so no filter.
        var isOneSided = given.Count == 1 && particles.Length > 1 && particles.All(particle => particle.HalfSet != HalfSet.None);
        var keeps = options.HalfSplit == HalfSplit.Kept && !isOneSided;
        var random = new RandomStream(options.Seed).Split(StreamKey);
        // Drawn in row order, so that they do not depend on how records are sorted.
        var halves = Array.ConvertAll(particles, particle =>
        {
            var drawn = random.NextInt(2) == 0 ? HalfSet.A : HalfSet.B;
            return keeps && particle.HalfSet != HalfSet.None ? particle.HalfSet : drawn;
        });
        var warning = isOneSided && options.HalfSplit == HalfSplit.Kept
            ? $"all particles are in half-set {given.Single()}; half-sets were drawn anew"
            : null;
        return new HalfSetDraw(halves, warning);
    }
}
