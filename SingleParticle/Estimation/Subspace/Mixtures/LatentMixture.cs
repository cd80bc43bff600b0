using SingleParticle.Compute;
using SingleParticle.Statistics;

namespace SingleParticle.Estimation.Subspace.Mixtures;

/// <summary>K points in a subspace, one per state, and the spread of particles about them, fitted by EM from many starts.</summary>
/// <remarks>
/// Equations 26 and 27 of docs/method/3-classification.md: log p_ik = log pi_k + b_i.c_k - c_k'G_i c_k / 2, with G and b as the spread
/// leaves them. The same EM as that of class maps, confined to the subspace, where an iteration costs next to nothing; so many starts
/// can be tried and the best likelihood kept.
/// </remarks>
public sealed class LatentMixture
{
    private const int StartCount = 64;
    private const int ScreeningCount = 25;
    private const int FinalistCount = 6;

    private const int IterationCount = 60;

    // Starts are compared on a sample, and the best finished on a larger one: a point is known well enough by then.
    private const int MostScreened = 5000;
    private const int MostFitted = 20000;

    // A class is taken to begin with to be that much narrower than all particles.
    private const double FirstShare = 0.25;

    private LatentMixture(double[][] centres, double[] spread)
    {
        (Centres, Spread) = (centres, spread);
        LogWeights = new double[centres.Length];
        Array.Fill(LogWeights, -Math.Log(centres.Length));
    }

    /// <summary>Coordinates c_k of every class.</summary>
    public double[][] Centres { get; }

    /// <summary>log pi_k, the log of every class's share of the particles.</summary>
    public double[] LogWeights { get; }

    /// <summary>W, the covariance of particles about their centres, [row, column].</summary>
    public double[] Spread { get; private set; }

    /// <summary>Most bytes in use at a time, what the particles say of their own coordinates included.</summary>
    /// <param name="particleCount">Number of particles.</param>
    /// <param name="dimension">Number of coordinates Q.</param>
    public static double Bytes(double particleCount, int dimension) =>
        (particleCount * sizeof(double) * (dimension + 1.0) * dimension)
        + LatentBlocks.Bytes(Math.Min(particleCount, MostFitted), dimension)
        + LatentBlocks.Bytes(Math.Min(particleCount, MostScreened), dimension)
        + (Math.Min(particleCount, MostScreened) * sizeof(double) * dimension);

    /// <summary>Mean over particles of their log-likelihood, relative to the consensus.</summary>
    public double MeanLogLikelihood { get; private set; } = double.NegativeInfinity;

    /// <summary>Processor time of a fit in seconds, as measured: docs/performance.md.</summary>
    /// <param name="particleCount">Number of particles.</param>
    /// <param name="dimension">Number of coordinates Q.</param>
    /// <param name="classCount">K.</param>
    public static double Seconds(double particleCount, int dimension, int classCount) =>
        ((StartCount * ScreeningCount * Math.Min(particleCount, MostScreened))
            + (FinalistCount * IterationCount * Math.Min(particleCount, MostFitted)))
        * dimension * dimension * (classCount + 4) * 2.7e-10;

    /// <summary>Fits K classes.</summary>
    /// <param name="latent">What the particles say.</param>
    /// <param name="classCount">K.</param>
    /// <param name="random">Draws the starts.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="cancel">Stops the work.</param>
    public static LatentMixture Fit(
        LatentParticles latent, int classCount, RandomStream random, int threadCount, CancellationToken cancel)
    {
        var (fitted, sample) = (new LatentBlocks(latent, Step(latent, MostFitted)), new LatentBlocks(latent, Step(latent, MostScreened)));
        var first = FirstSpread(sample);
        // Every start is at the posterior means of particles far apart.
        var means = PosteriorMeans(latent, Step(latent, MostScreened));
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
        WorkPartition.Run(finalists.Length, threadCount, fit => finalists[fit].Settle(fitted, IterationCount), cancel);
        return finalists.MaxBy(fit => fit.MeanLogLikelihood)!;
    }

    private static int Step(LatentParticles latent, int most) => ((latent.Count - 1) / most) + 1;

    /// <summary>The spread of a class before anything is known of it: that of all particles, narrowed.</summary>
    private static double[] FirstSpread(LatentBlocks particles)
    {
        var unit = new double[particles.Dimension * particles.Dimension];
        for (var q = 0; q < particles.Dimension; q++)
            unit[(q * particles.Dimension) + q] = 1;
        var all = new LatentMixture([new double[particles.Dimension]], unit);
        all.Settle(particles, ScreeningCount);
        return Array.ConvertAll(all.Spread, value => FirstShare * value);
    }

    private static double[][] PosteriorMeans(LatentParticles latent, int step)
    {
        var means = new double[((latent.Count - 1) / step) + 1][];
        var factor = new double[latent.Dimension * latent.Dimension];
        for (var i = 0; i < means.Length; i++)
        {
            means[i] = new double[latent.Dimension];
            latent.Solve(i * step, factor, means[i]);
        }

        return means;
    }

    private void Settle(LatentBlocks particles, int iterationCount)
    {
        var (spread, sums) = (new SpreadLatents(Spread, particles.Dimension), new MixtureSums(Centres.Length, particles.Dimension));
        for (var iteration = 0; iteration < iterationCount; iteration++)
            Iterate(particles, spread, sums);
        Spread = spread.Spread;
    }

    /// <summary>One iteration of EM for centres and spread.</summary>
    private void Iterate(LatentBlocks particles, SpreadLatents spread, MixtureSums sums)
    {
        var size = particles.Dimension;
        sums.Clear(Centres, LogWeights);
        for (var block = 0; block < particles.BlockCount; block++)
            sums.Add(spread, particles.Block(block));
        MeanLogLikelihood = sums.LogLikelihood / particles.Count;
        var meanPrecision = new double[size * size];
        for (var k = 0; k < Centres.Length; k++)
        {
            var ofClass = sums.OfClass(k);
            var precision = new double[size * size];
            for (var q = 0; q < size; q++)
                ofClass.AsSpan(q * (size + 1), size).CopyTo(precision.AsSpan(q * size));
            for (var i = 0; i < precision.Length; i++)
                meanPrecision[i] += precision[i] * (1.0 / particles.Count);
            Centres[k] = Centre(precision, ofClass.AsSpan(size * (size + 1), size));
            LogWeights[k] = Math.Log((ofClass[^1] + 1) / (particles.Count + Centres.Length));
        }

        spread.Update(Array.ConvertAll(sums.Scatter(), sum => sum / particles.Count), meanPrecision);
    }

    /// <summary>The most likely centre, of which the prior says that it is within 1 or so of the consensus.</summary>
    private static double[] Centre(double[] precision, Span<double> projection)
    {
        for (var q = 0; q < projection.Length; q++)
            precision[(q * projection.Length) + q] += 1;
        Cholesky.Factor(precision, projection.Length);
        Cholesky.Solve(precision, projection);
        return projection.ToArray();
    }
}
