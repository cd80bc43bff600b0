using SingleParticle.Compute;
using SingleParticle.Particles;
using SingleParticle.Projection;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation.Subspace;

/// <summary>What each particle says of its coordinates z in a subspace: log-likelihood b.z - z'Gz / 2.</summary>
/// <remarks>Equation 23 of docs/method/3-classification.md. Positions as in <see cref="ResidualParticles.Records"/>.</remarks>
public sealed class LatentParticles
{
    private readonly double[] _precision;
    private readonly double[] _projection;

    /// <summary>Particles that say nothing yet.</summary>
    /// <param name="count">Number of particles.</param>
    /// <param name="dimension">Number of coordinates Q.</param>
    public LatentParticles(int count, int dimension)
    {
        (Count, Dimension) = (count, dimension);
        _precision = new double[(long)count * dimension * dimension];
        _projection = new double[(long)count * dimension];
    }

    /// <summary>Number of particles.</summary>
    public int Count { get; }

    /// <summary>Number of coordinates Q.</summary>
    public int Dimension { get; }

    /// <summary>Projects particles onto a subspace.</summary>
    /// <param name="problem">Scales and noise.</param>
    /// <param name="particles">What the consensus leaves of them.</param>
    /// <param name="components">Maps that span the subspace, on the box of the particles' plan.</param>
    /// <param name="cancel">Stops the work.</param>
    public static LatentParticles Project(
        SubspaceProblem problem, ResidualParticles particles, IReadOnlyList<Volume> components, CancellationToken cancel)
    {
        var latent = new LatentParticles(particles.Records.Length, components.Count);
        latent.Fill([.. Enumerable.Range(0, latent.Count)], problem, particles, components, cancel);
        return latent;
    }

    /// <summary>Projects each half-set onto the components of the other, in which none of its noise is found again.</summary>
    /// <param name="problem">Scales and noise.</param>
    /// <param name="particles">What the consensus leaves of them.</param>
    /// <param name="components">Maps that span the subspace, on the box of the particles' plan.</param>
    /// <param name="cancel">Stops the work.</param>
    public static LatentParticles ProjectAcross(
        SubspaceProblem problem, ResidualParticles particles, SubspaceComponents components, CancellationToken cancel)
    {
        var latent = new LatentParticles(particles.Records.Length, components.Maps.Length);
        var halfB = Enumerable.Range(0, latent.Count).ToLookup(i => particles.Data.HalfSets[particles.Records[i]] == HalfSet.B);
        latent.Fill([.. halfB[false]], problem, particles, components.HalfB, cancel);
        latent.Fill([.. halfB[true]], problem, particles, components.HalfA, cancel);
        return latent;
    }

    /// <summary>G of one particle, [row, column].</summary>
    /// <param name="index">Position of the particle.</param>
    public Span<double> Precision(int index) => _precision.AsSpan(index * Dimension * Dimension, Dimension * Dimension);

    /// <summary>b of one particle.</summary>
    /// <param name="index">Position of the particle.</param>
    public Span<double> Projection(int index) => _projection.AsSpan(index * Dimension, Dimension);

    /// <summary>Posterior mean (1 + G)^-1 b of one particle under z ~ N(0, 1). Equation 24.</summary>
    /// <param name="index">Position of the particle.</param>
    /// <param name="factor">Receives the Cholesky factor of 1 + G, [row, column].</param>
    /// <param name="mean">Receives the mean.</param>
    public void Solve(int index, Span<double> factor, Span<double> mean)
    {
        Precision(index).CopyTo(factor);
        for (var q = 0; q < Dimension; q++)
            factor[(q * Dimension) + q] += 1;
        Cholesky.Factor(factor, Dimension);
        Projection(index).CopyTo(mean);
        Cholesky.Solve(factor, mean);
    }

    /// <summary>What the particles say of the other coordinates whatever the last one is.</summary>
    internal LatentParticles WithoutLast()
    {
        var (others, last) = (new LatentParticles(Count, Dimension - 1), Dimension - 1);
        for (var i = 0; i < Count; i++)
        {
            var own = Precision(i);
            var power = own[^1];
            for (var q = 0; q < last; q++)
            {
                var share = power > 0 ? own[(q * Dimension) + last] / power : 0;
                others.Projection(i)[q] = Projection(i)[q] - (share * Projection(i)[last]);
                for (var r = 0; r < last; r++)
                    others.Precision(i)[(q * last) + r] = own[(q * Dimension) + r] - (share * own[(r * Dimension) + last]);
            }
        }

        return others;
    }

    private void Fill(
        int[] positions,
        SubspaceProblem problem,
        ResidualParticles particles,
        IReadOnlyList<Volume> components,
        CancellationToken cancel)
    {
        using var maps = new ClassMaps(particles.Plan, components.Count);
        for (var q = 0; q < components.Count; q++)
            maps.Load(q, components[q], problem.ThreadCount);
        var chunks = WorkPartition.Chunks(positions.Length, 64);
        WorkPartition.Run(
            chunks.Length,
            problem.ThreadCount,
            chunk =>
            {
                var projections = new SeveralProjections(maps);
                var sums = new LatentSums(particles.Plan, maps.BlockCount);
                foreach (var i in positions.AsSpan(chunks[chunk].Start, chunks[chunk].Count))
                {
                    var record = particles.Records[i];
                    projections.Slice(particles.Data.Frames[record]);
                    sums.Add(
                        projections.Slices,
                        particles.Values(i),
                        particles.Powers(record),
                        problem.Noise.Weights[particles.Data.NoiseGroups[record]],
                        problem.Scale[record],
                        Precision(i),
                        Projection(i));
                }
            },
            cancel);
    }
}
