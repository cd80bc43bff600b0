using Plugin.Classify3D.Evidence;
using Plugin.Classify3D.Initialization.Pca;
using SingleParticle.Compute;
using SingleParticle.Estimation.Subspace;
using SingleParticle.Statistics;

namespace Plugin.Classify3D.Initialization.Subspace;

/// <summary>K points in a subspace, one per state, fitted to the particles by EM from many starts.</summary>
/// <remarks>
/// Equation 26 of docs/method/3-classification.md: log p_ik = log pi_k + b_i.c_k - c_k'G_i c_k / 2. The same EM as that of class maps,
/// confined to the subspace, where an iteration costs next to nothing; so many starts can be tried and the best likelihood kept.
/// </remarks>
internal sealed class LatentMixture
{
    private const int StartCount = 64;
    private const int IterationCount = 60;

    private readonly LatentParticles _latent;
    private readonly double[] _logWeights;

    private LatentMixture(LatentParticles latent, double[][] centres)
    {
        _latent = latent;
        Centres = centres;
        _logWeights = new double[centres.Length];
        Array.Fill(_logWeights, -Math.Log(centres.Length));
    }

    /// <summary>Coordinates of every class.</summary>
    public double[][] Centres { get; }

    /// <summary>Mean over particles of log sum_k pi_k exp(...), relative to the consensus.</summary>
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
        // Every start is at the posterior means of particles far apart.
        var means = PosteriorMeans(latent);
        var fits = new LatentMixture[StartCount];
        WorkPartition.Run(
            StartCount,
            threadCount,
            start =>
            {
                fits[start] = new LatentMixture(latent, KMeans.DrawCentres(means, classCount, random.Split((ulong)start)));
                for (var iteration = 0; iteration < IterationCount; iteration++)
                    fits[start].Iterate();
            },
            cancel);
        return fits.MaxBy(fit => fit.MeanLogLikelihood)!;
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

    /// <summary>Fewer points: those that share most of their particles become one, again and again.</summary>
    /// <param name="classCount">Number of points wanted, at most as many as there are.</param>
    /// <remarks>
    /// Overlap of classes is the cosine of their posteriors. A state that is spread out, by errors of poses for instance, is likelier as
    /// several points than two small states are as two; these points overlap, states do not.
    /// </remarks>
    public double[][] MergedCentres(int classCount)
    {
        var (centres, products) = (Centres.Select(centre => (double[])centre.Clone()).ToList(), Products());
        var masses = Array.ConvertAll(_logWeights, Math.Exp).ToList();
        var kept = Enumerable.Range(0, centres.Count).ToList();
        while (kept.Count > classCount)
        {
            var (first, second) = Pairs(kept).MaxBy(pair => PosteriorOverlap.Cosine(products, pair.First, pair.Second));
            var share = masses[second] / (masses[first] + masses[second]);
            for (var q = 0; q < centres[first].Length; q++)
                centres[first][q] += share * (centres[second][q] - centres[first][q]);
            masses[first] += masses[second];
            for (var k = 0; k < centres.Count; k++)
                products[first, k] += products[second, k];
            for (var k = 0; k < centres.Count; k++)
                products[k, first] += products[k, second];
            kept.Remove(second);
        }

        return [.. kept.Select(k => centres[k])];
    }

    private static IEnumerable<(int First, int Second)> Pairs(List<int> of) =>
        from first in of from second in of where first < second select (first, second);

    /// <summary>sum_i p_ik p_il.</summary>
    private double[,] Products()
    {
        var products = new double[Centres.Length, Centres.Length];
        var posterior = new double[Centres.Length];
        for (var i = 0; i < _latent.Count; i++)
        {
            Expect(i, posterior);
            for (var k = 0; k < posterior.Length; k++)
            {
                for (var l = 0; l < posterior.Length && posterior[k] > 1e-6; l++)
                    products[k, l] += posterior[k] * posterior[l];
            }
        }

        return products;
    }

    private void Iterate()
    {
        var (size, classCount) = (_latent.Dimension, Centres.Length);
        var precision = new double[classCount * size * size];
        var projection = new double[classCount * size];
        var mass = new double[classCount];
        Span<double> posterior = stackalloc double[classCount];
        var logLikelihood = 0.0;
        for (var i = 0; i < _latent.Count; i++)
        {
            var g = _latent.Precision(i);
            var b = _latent.Projection(i);
            logLikelihood += Expect(i, posterior);
            for (var k = 0; k < classCount; k++)
            {
                if (posterior[k] < 1e-6)
                    continue;
                mass[k] += posterior[k];
                for (var q = 0; q < size; q++)
                    projection[(k * size) + q] += posterior[k] * b[q];
                for (var q = 0; q < size * size; q++)
                    precision[(k * size * size) + q] += posterior[k] * g[q];
            }
        }

        MeanLogLikelihood = logLikelihood / _latent.Count;
        for (var k = 0; k < classCount; k++)
        {
            var factor = precision.AsSpan(k * size * size, size * size);
            for (var q = 0; q < size; q++)
                factor[(q * size) + q] += 1;
            Cholesky.Factor(factor, size);
            var centre = projection.AsSpan(k * size, size);
            Cholesky.Solve(factor, centre);
            Centres[k] = centre.ToArray();
            _logWeights[k] = Math.Log((mass[k] + 1) / (_latent.Count + classCount));
        }
    }

    /// <summary>Posteriors of a particle, and its log-likelihood.</summary>
    private double Expect(int index, Span<double> posterior)
    {
        for (var k = 0; k < posterior.Length; k++)
            posterior[k] = LogLikelihood(_latent.Precision(index), _latent.Projection(index), Centres[k]);
        return Expectation.ClassPosteriors.Softmax(posterior, _logWeights);
    }

    private static double LogLikelihood(ReadOnlySpan<double> precision, ReadOnlySpan<double> projection, double[] centre)
    {
        var sum = 0.0;
        for (var q = 0; q < centre.Length; q++)
        {
            var row = 0.0;
            for (var r = 0; r < centre.Length; r++)
                row += precision[(q * centre.Length) + r] * centre[r];
            sum += centre[q] * (projection[q] - (row / 2));
        }

        return sum;
    }
}
