using SingleParticle.Compute;
using SingleParticle.Fourier;
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

    /// <summary>A sample of the particles.</summary>
    /// <param name="step">Every how many one is taken; 1 takes all.</param>
    public LatentParticles Every(int step)
    {
        var sample = new LatentParticles(((Count - 1) / step) + 1, Dimension);
        for (var i = 0; i < sample.Count; i++)
        {
            Precision(i * step).CopyTo(sample.Precision(i));
            Projection(i * step).CopyTo(sample.Projection(i));
        }

        return sample;
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

    private void Fill(
        int[] positions,
        SubspaceProblem problem,
        ResidualParticles particles,
        IReadOnlyList<Volume> components,
        CancellationToken cancel)
    {
        var transforms = components.Select(map => new FourierVolume(particles.Plan, map, problem.ThreadCount)).ToArray();
        try
        {
            var chunks = WorkPartition.Chunks(positions.Length, 64);
            WorkPartition.Run(
                chunks.Length,
                problem.ThreadCount,
                chunk =>
                {
                    var projector = new SeveralProjections(transforms);
                    var slices = new ComplexFloat[Dimension * particles.Plan.PixelCount];
                    foreach (var i in positions.AsSpan(chunks[chunk].Start, chunks[chunk].Count))
                    {
                        var record = particles.Records[i];
                        projector.Slice(particles.Data.Frames[record], slices);
                        var weights = problem.Noise.Weights[particles.Data.NoiseGroups[record]];
                        Correlate(i, particles, slices, problem.Scale[record], weights);
                    }
                },
                cancel);
        }
        finally
        {
            foreach (var transform in transforms)
                transform.Dispose();
        }
    }

    private void Correlate(int index, ResidualParticles particles, ComplexFloat[] slices, double scale, float[] inverseNoise)
    {
        var plan = particles.Plan;
        var data = particles.Values(index);
        var powers = particles.Powers(particles.Records[index]);
        var precision = Precision(index);
        var projection = Projection(index);
        for (var shell = 0; shell < plan.ShellCount; shell++)
        {
            var (start, end) = (plan.ShellStarts[shell], plan.ShellStarts[shell + 1]);
            var weight = inverseNoise[shell] * scale;
            for (var q = 0; q < Dimension && start < end && weight > 0; q++)
            {
                var first = slices.AsSpan(q * plan.PixelCount, plan.PixelCount);
                projection[q] += weight * Cross(first[start..end], data[(2 * start)..(2 * end)]);
                for (var r = 0; r <= q; r++)
                {
                    var second = slices.AsSpan((r * plan.PixelCount) + start, end - start);
                    precision[(q * Dimension) + r] += weight * scale * Product(first[start..end], second, powers[start..end]);
                }
            }
        }

        for (var q = 0; q < Dimension; q++)
        {
            for (var r = 0; r < q; r++)
                precision[(r * Dimension) + q] = precision[(q * Dimension) + r];
        }
    }

    private static double Cross(ReadOnlySpan<ComplexFloat> slice, ReadOnlySpan<float> data)
    {
        var sum = 0f;
        for (var i = 0; i < slice.Length; i++)
            sum += (slice[i].Real * data[2 * i]) + (slice[i].Imaginary * data[(2 * i) + 1]);
        return sum;
    }

    private static double Product(ReadOnlySpan<ComplexFloat> first, ReadOnlySpan<ComplexFloat> second, ReadOnlySpan<float> powers)
    {
        var sum = 0f;
        for (var i = 0; i < first.Length; i++)
            sum += powers[i] * ((first[i].Real * second[i].Real) + (first[i].Imaginary * second[i].Imaginary));
        return sum;
    }
}
