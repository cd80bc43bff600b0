using SingleParticle.Estimation.Subspace;
using SingleParticle.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation.Scales;

/// <summary>
/// What particles say, in the low shells, of the amplitudes of a reference and of components of their differences, each half-set on the
/// components that the other made.
/// </summary>
/// <param name="engine">Passes over the particles.</param>
/// <param name="plan">Pixels and grid of the low shells.</param>
/// <param name="threadCount">Most threads at work.</param>
internal sealed class SubspaceSums(EstimationEngine engine, SlicePlan plan, int threadCount)
{
    /// <summary>Sums over the reference, first, and all components.</summary>
    /// <param name="records">Which particles.</param>
    /// <param name="parts">
    /// The reference on the box of the plan: itself, or outside, inside and both, of which the inside has an amplitude of its own in every
    /// particle.
    /// </param>
    /// <param name="components">Components on the same box.</param>
    /// <param name="noise">Noise to weigh shells with.</param>
    /// <param name="cancel">Stops the work.</param>
    public LatentParticles Of(
        int[] records, IReadOnlyList<Volume> parts, SubspaceComponents components, NoiseSpectrum noise, CancellationToken cancel)
    {
        // With scales of 0 nothing is taken off the particles: they are compared as they are.
        var (zeros, ones) = (new double[engine.Data.Count], new double[engine.Data.Count]);
        Array.Fill(ones, 1);
        var problem = new SubspaceProblem(engine, zeros, noise, threadCount);
        using var particles = ResidualParticles.Create(problem, plan, records, parts[0], cancel);
        var maps = new SubspaceComponents(Beside(components.Maps), Beside(components.HalfA), Beside(components.HalfB));
        var sums = LatentParticles.ProjectAcross(problem with { Scale = ones }, particles, maps, cancel);
        return parts.Count > 1 ? sums.WithoutLast() : sums;

        Volume[] Beside(Volume[] of) => [parts[0], .. of, .. parts.Skip(1).Take(parts.Count / 2)];
    }

    /// <summary>The same, but for the reference, of which the comparison knows all shells.</summary>
    /// <param name="match">The comparison with the reference.</param>
    /// <param name="records">Which particles.</param>
    /// <param name="parts">The reference.</param>
    /// <param name="components">Components.</param>
    /// <param name="noise">Noise that both are weighed with.</param>
    /// <param name="cancel">Stops the work.</param>
    public LatentParticles Of(
        ReferenceMatch match,
        int[] records,
        IReadOnlyList<Volume> parts,
        SubspaceComponents components,
        NoiseSpectrum noise,
        CancellationToken cancel)
    {
        var sums = Of(records, parts, components, noise, cancel);
        for (var i = 0; i < records.Length; i++)
            (sums.Precision(i)[0], sums.Projection(i)[0]) = (match.Information(records[i]), match.Score(records[i]));
        return sums;
    }
}
