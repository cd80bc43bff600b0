using SingleParticle.Optics;
using SingleParticle.Particles;

namespace Benchmarks;

/// <summary>A microscope and a particle for benchmarks that prepare images.</summary>
internal static class BenchmarkOptics
{
    /// <summary>A particle, defocused and off centre.</summary>
    public static Particle Particle => new()
    {
        DefocusUAngstrom = 15000,
        DefocusVAngstrom = 14000,
        CtfScale = 1,
        ShiftAngstrom = new(3, -2),
    };

    /// <summary>The optics of images of a box.</summary>
    /// <param name="boxPixels">Edge of the images.</param>
    public static OpticsGroup OfBox(int boxPixels) => new()
    {
        Name = "krios",
        VoltageKv = 300,
        SphericalAberrationMm = 2.7,
        AmplitudeContrast = 0.1,
        PixelSizeAngstrom = 1.1,
        BoxPixels = boxPixels,
    };
}
