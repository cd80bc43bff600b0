using Plugin.Classify3D.Differences;
using Plugin.Classify3D.Initialization.Pca;
using SingleParticle.Compute;
using SingleParticle.Estimation.Subspace;
using SingleParticle.Statistics;

namespace Plugin.Classify3D.Initialization.Subspace;

/// <summary>K points in a subspace, one per state, and the spread of particles about them, fitted by EM from many starts.</summary>
/// <remarks>
/// Equations 26 and 27 of docs/method/3-classification.md: log p_ik = log pi_k + b_i.c_k - c_k'G_i c_k / 2, with G and b as the spread
/// leaves them. The same EM as that of class maps, confined to the subspace, where an iteration costs next to nothing; so many starts
/// can be tried and the best likelihood kept.
/// </remarks>
internal sealed class LatentMixture
{
    private const int StartCount = 64;
    private const int ScreeningCount = 25;
    private const int FinalistCount = 6;

    // Each keeps coordinates of its own.
    private const int FinalistsAtATime = 2;
    private const int IterationCount = 60;

    // Starts are compared on a sample, and the best finished on a larger one: a point is known well enough by then.
    private const int MostScreened = 5000;
    private const int MostFitted = 20000;

    // A class is taken to begin with to be that much narrower than all particles.
    private const double FirstShare = 0.25;

    private readonly double[] _logWeights;

    private double[] _spread;

    private LatentMixture(double[][] centres, double[] spread)
    {
        (Centres, _spread) = (centres, spread);
        _logWeights = new double[centres.Length];
        Array.Fill(_logWeights, -Math.Log(centres.Length));
    }

    /// <summary>Most bytes in use at a time, what the particles say of their own coordinates included.</summary>
    /// <param name="particleCount">Number of particles.</param>
    /// <param name="dimension">Number of coordinates Q.</param>
    public static double Bytes(double particleCount, int dimension) =>
        (particleCount + ((1 + FinalistsAtATime) * Math.Min(particleCount, MostFitted))) * sizeof(double) * (dimension + 1.0) * dimension;

    /// <summary>Coordinates of every class.</summary>
    public double[][] Centres { get; }

    /// <summary>Mean over particles of their log-likelihood, relative to the consensus.</summary>
    public double MeanLogLikelihood { get; private set; } = double.NegativeInfinity;

    /// <summary>Fits K classes.</summary>
    /// <param name="latent">What the particles say.</param>
    /// <param name="classCount">K.</param>
    /// <param name="random">Draws the starts.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="cancel">Stops the work.</param>
    public static LatentMixture Fit(
        LatentParticles latent, int classCount, RandomStream random, int threadCount, CancellationToken cancel)
    {
        var (fitted, sample) = (Sample(latent, MostFitted), Sample(latent, MostScreened));
        var first = FirstSpread(sample);
        // Every start is at the posterior means of particles far apart.
        var means = PosteriorMeans(sample);
        var fits = new LatentMixture[StartCount];
        WorkPartition.Run(
            StartCount,
            threadCount,
            start =>
            {
                fits[start] = new LatentMixture(KMeans.DrawCentres(means, classCount, random.Split((ulong)start)), first);
                fits[start].Settle(sample, ScreeningCount);
            },
            cancel);
        LatentMixture[] finalists = [.. fits.OrderByDescending(fit => fit.MeanLogLikelihood).Take(FinalistCount)];
        WorkPartition.Run(
            finalists.Length, Math.Min(threadCount, FinalistsAtATime), fit => finalists[fit].Settle(fitted, IterationCount), cancel);
        return finalists.MaxBy(fit => fit.MeanLogLikelihood)!;
    }

    private static LatentParticles Sample(LatentParticles latent, int most) =>
        latent.Count <= most ? latent : latent.Every(((latent.Count - 1) / most) + 1);

    /// <summary>The spread of a class before anything is known of it: that of all particles, narrowed.</summary>
    private static double[] FirstSpread(LatentParticles latent)
    {
        var unit = new double[latent.Dimension * latent.Dimension];
        for (var q = 0; q < latent.Dimension; q++)
            unit[(q * latent.Dimension) + q] = 1;
        var all = new LatentMixture([new double[latent.Dimension]], unit);
        all.Settle(latent, ScreeningCount);
        return Array.ConvertAll(all._spread, value => FirstShare * value);
    }

    private static double[][] PosteriorMeans(LatentParticles latent)
    {
        var means = new double[latent.Count][];
        var factor = new double[latent.Dimension * latent.Dimension];
        for (var i = 0; i < means.Length; i++)
        {
            means[i] = new double[latent.Dimension];
            latent.Solve(i, factor, means[i]);
        }

        return means;
    }

    private void Settle(LatentParticles latent, int iterationCount)
    {
        var spread = new SpreadLatents(latent, _spread);
        for (var iteration = 0; iteration < iterationCount; iteration++)
            spread.Update(Iterate(spread));
        _spread = spread.Spread;
    }

    /// <summary>One iteration of EM for the centres.</summary>
    /// <returns>Scatter about the centres, which the spread is updated by.</returns>
    private double[] Iterate(SpreadLatents spread)
    {
        var (latent, classCount) = (spread.OfCentres, Centres.Length);
        var size = latent.Dimension;
        var (precision, projection) = (new double[classCount * size * size], new double[classCount * size]);
        var (posterior, rests, scatter) = (new double[classCount], new double[classCount * size], new double[size * size]);
        var mass = new double[classCount];
        var logLikelihood = 0.0;
        for (var i = 0; i < latent.Count; i++)
        {
            var g = latent.Precision(i);
            var b = latent.Projection(i);
            logLikelihood += Expect(g, b, posterior, rests);
            for (var k = 0; k < classCount; k++)
            {
                if (posterior[k] < 1e-6)
                    continue;
                mass[k] += posterior[k];
                VectorSums.AddScaled(b, posterior[k], projection.AsSpan(k * size, size));
                VectorSums.AddScaled(g, posterior[k], precision.AsSpan(k * size * size, size * size));
                var rest = rests.AsSpan(k * size, size);
                for (var q = 0; q < size; q++)
                    VectorSums.AddScaled(rest, posterior[k] * rest[q], scatter.AsSpan(q * size, size));
            }
        }

        MeanLogLikelihood = (logLikelihood / latent.Count) + spread.MeanLogLikelihood;
        for (var k = 0; k < classCount; k++)
        {
            Centre(precision.AsSpan(k * size * size, size * size), projection.AsSpan(k * size, size));
            Centres[k] = projection[(k * size)..((k + 1) * size)];
            _logWeights[k] = Math.Log((mass[k] + 1) / (latent.Count + classCount));
        }

        return Array.ConvertAll(scatter, sum => sum / latent.Count);
    }

    /// <summary>The most likely centre, of which the prior says that it is within 1 or so of the consensus.</summary>
    private static void Centre(Span<double> precision, Span<double> projection)
    {
        for (var q = 0; q < projection.Length; q++)
            precision[(q * projection.Length) + q] += 1;
        Cholesky.Factor(precision, projection.Length);
        Cholesky.Solve(precision, projection);
    }

    /// <summary>Posteriors of a particle, what every centre leaves of its projection, b - G c_k, and its log-likelihood.</summary>
    private double Expect(ReadOnlySpan<double> precision, ReadOnlySpan<double> projection, double[] posterior, double[] rests)
    {
        var size = projection.Length;
        for (var k = 0; k < posterior.Length; k++)
        {
            var sum = 0.0;
            for (var q = 0; q < size; q++)
            {
                var rest = projection[q];
                for (var r = 0; r < size; r++)
                    rest -= precision[(q * size) + r] * Centres[k][r];
                rests[(k * size) + q] = rest;
                sum += Centres[k][q] * (projection[q] + rest);
            }

            posterior[k] = sum / 2;
        }

        return Expectation.ClassPosteriors.Softmax(posterior, _logWeights);
    }
}
