using SingleParticle.Statistics;

namespace Plugins.Tests.ScaleOpt;

/// <summary>What particles of a simulated set are like.</summary>
internal sealed record ScaleSceneSettings
{
    /// <summary>Number of particles.</summary>
    public int Count { get; init; } = 400;

    /// <summary>Seed of everything.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Standard deviation of the noise per pixel; the standard deviation of a projection is about 2.</summary>
    public double Noise { get; init; } = 5;

    /// <summary>The same for every other particle, which then is in an optics group of its own.</summary>
    public double? NoiseOfSecondGroup { get; init; }

    /// <summary>Number of micrographs; 0 leaves them unnamed.</summary>
    public int MicrographCount { get; init; } = 20;

    /// <summary>Draws a true scale.</summary>
    public Func<RandomStream, double> DrawScale { get; init; } = random => Math.Exp(0.2 * random.NextGaussian());

    /// <summary>Scale of all particles of a micrograph, in place of <see cref="DrawScale"/>.</summary>
    public Func<int, double>? ScaleOfMicrograph { get; init; }

    /// <summary>Which particles lack the lobe beside the body of the molecule; null for a molecule without a lobe.</summary>
    public Func<int, bool>? LacksLobe { get; init; }

    /// <summary>Relative stretch of the images along x, 0 for none; named in the file as anisotropic magnification.</summary>
    public double Stretch { get; init; }

    /// <summary>Half-set of a row, 1 or 2; null leaves the column out.</summary>
    public Func<int, int>? HalfSetOf { get; init; }

    /// <summary>Two modes, .75 and 1.25, as the check data have them.</summary>
    public static double Bimodal(RandomStream random) => (random.NextDouble() < 0.5 ? 0.75 : 1.25) * Math.Exp(0.08 * random.NextGaussian());
}
