using SingleParticle.Estimation.Subspace;
using SingleParticle.Estimation.Subspace.Mixtures;
using SingleParticle.Statistics;

namespace SingleParticle.Estimation.Scales;

/// <summary>The states that particles are in when their scales are fitted: R_k = f_k (R + sum_q c_kq U_q), and W about each.</summary>
/// <remarks>Equations 5.14 and 5.16 of docs/method/5-scale.md.</remarks>
/// <param name="Centres">c_k, [state][component].</param>
/// <param name="Weights">pi_k, the states' shares of the particles.</param>
/// <param name="Spread">W, [row, column].</param>
/// <param name="Factors">f_k, the contrast of every state relative to the reference.</param>
public sealed record ScaleStates(double[][] Centres, double[] Weights, double[] Spread, double[] Factors)
{
    // Scales and states depend on each other, little: nothing changes after the second round.
    private const int RoundCount = 2;

    /// <summary>How many states are told apart with some components: as many as can all differ in other ways.</summary>
    /// <param name="componentCount">Q.</param>
    public static int CountFor(int componentCount) => componentCount + 1;

    /// <summary>Processor time of finding them in seconds.</summary>
    /// <param name="particleCount">Number of particles.</param>
    /// <param name="componentCount">Q.</param>
    public static double Seconds(double particleCount, int componentCount) =>
        RoundCount * LatentMixture.Seconds(particleCount, componentCount, CountFor(componentCount));

    /// <summary>Most bytes in use while they are found.</summary>
    /// <param name="particleCount">Number of particles.</param>
    /// <param name="componentCount">Q.</param>
    public static double Bytes(double particleCount, int componentCount) =>
        LatentMixture.Bytes(particleCount, componentCount + 1) + LatentMixture.Bytes(particleCount, componentCount);

    /// <summary>Finds them.</summary>
    /// <param name="sums">What particles say of reference and components, the reference first.</param>
    /// <param name="scale">About their scales.</param>
    /// <param name="random">Draws the starts.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="cancel">Stops the work.</param>
    public static ScaleStates Find(
        LatentParticles sums, double[] scale, RandomStream random, int threadCount, CancellationToken cancel)
    {
        var states = Unparted(sums.Dimension - 1);
        for (var round = 0; round < RoundCount; round++)
        {
            var latent = states.WithoutReference(sums, scale);
            var mixture = LatentMixture.Fit(latent, CountFor(latent.Dimension), random, threadCount, cancel);
            double[] weights = [.. mixture.LogWeights.Select(Math.Exp)];
            states = new ScaleStates(mixture.Centres, weights, mixture.Spread, [.. weights.Select(_ => 1.0)]);
        }

        return states with { Factors = states.FactorsOf(sums, scale) };
    }

    /// <summary>One state, in which coordinates are z ~ N(0, 1).</summary>
    private static ScaleStates Unparted(int dimension)
    {
        var spread = new double[dimension * dimension];
        for (var q = 0; q < dimension; q++)
            spread[(q * dimension) + q] = 1;
        return new ScaleStates([new double[dimension]], [1], spread, [1]);
    }

    /// <summary>What the particles say of their coordinates, with their scales as these states have it.</summary>
    private LatentParticles WithoutReference(LatentParticles sums, double[] scale)
    {
        var (fit, latent) = (new LatentScale(this), new LatentParticles(sums.Count, sums.Dimension - 1));
        for (var i = 0; i < sums.Count; i++)
        {
            fit.Settle(sums.Precision(i), sums.Projection(i), scale[i]);
            var own = fit.Scale;
            var gram = sums.Precision(i);
            var projection = latent.Projection(i);
            var precision = latent.Precision(i);
            for (var q = 0; q < latent.Dimension; q++)
            {
                projection[q] = own * (sums.Projection(i)[q + 1] - (own * gram[q + 1]));
                for (var r = 0; r < latent.Dimension; r++)
                    precision[(q * latent.Dimension) + r] = own * own * gram[((q + 1) * sums.Dimension) + r + 1];
            }
        }

        return latent;
    }

    /// <summary>Mean scale of the particles of every state over that of all: contrast knows nothing of structure.</summary>
    private double[] FactorsOf(LatentParticles sums, double[] scale)
    {
        var fit = new LatentScale(this);
        var (scales, weights, all) = (new double[Centres.Length], new double[Centres.Length], 0.0);
        for (var i = 0; i < sums.Count; i++)
        {
            fit.Settle(sums.Precision(i), sums.Projection(i), scale[i]);
            all += fit.Scale / sums.Count;
            for (var k = 0; k < Centres.Length; k++)
            {
                scales[k] += fit.Posterior(k) * fit.ScaleIn(k);
                weights[k] += fit.Posterior(k);
            }
        }

        return [.. scales.Select((sum, k) => weights[k] > 0 && sum > 0 ? sum / (weights[k] * all) : 1)];
    }
}
