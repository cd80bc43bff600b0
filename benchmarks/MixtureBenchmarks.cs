using System.Diagnostics;
using SingleParticle.Estimation.Subspace;
using SingleParticle.Estimation.Subspace.Mixtures;
using SingleParticle.Statistics;

namespace Benchmarks;

/// <summary>The mixture of points that starts a classification: processor seconds, the best of some runs.</summary>
internal static class MixtureBenchmarks
{
    private const int RunCount = 4;

    public static void Run(int particleCount, int classCount)
    {
        var latent = Draw(particleCount, classCount, classCount + 2);
        var best = double.PositiveInfinity;
        for (var run = 0; run < RunCount; run++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            LatentMixture.Fit(latent, classCount, new RandomStream(1), Environment.ProcessorCount, default);
            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }

        Console.WriteLine(FormattableString.Invariant($"{particleCount} particles, {classCount} classes: {best:0.00} processor s"));
    }

    /// <summary>Particles spread about points, with as much precision in any direction.</summary>
    private static LatentParticles Draw(int particleCount, int pointCount, int dimension)
    {
        const double precision = 8, width = 0.4;
        var (random, latent) = (new RandomStream(1), new LatentParticles(particleCount, dimension));
        var points = Enumerable.Range(0, pointCount * dimension).Select(_ => random.NextGaussian()).ToArray();
        for (var i = 0; i < particleCount; i++)
        {
            for (var q = 0; q < dimension; q++)
            {
                var coordinate = points[(i % pointCount * dimension) + q] + (width * random.NextGaussian());
                latent.Precision(i)[(q * dimension) + q] = precision;
                latent.Projection(i)[q] = (precision * coordinate) + (Math.Sqrt(precision) * random.NextGaussian());
            }
        }

        return latent;
    }
}
