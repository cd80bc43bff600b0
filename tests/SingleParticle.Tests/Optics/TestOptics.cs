using SingleParticle.Optics;

namespace SingleParticle.Tests.Optics;

internal static class TestOptics
{
    public static OpticsGroup Krios { get; } = new()
    {
        Name = "krios",
        VoltageKv = 300,
        SphericalAberrationMm = 2.7,
        AmplitudeContrast = 0.1,
        PixelSizeAngstrom = 1.1,
        BoxPixels = 64,
    };

    public static OpticsGroup Aberrated { get; } = Krios with
    {
        BeamTiltMilliradians = (0.4, -0.7),
        TrefoilAngstrom = (900, -400),
        TetrafoilAngstrom = [3000, -2000, 4000, 1000],
        OddZernike = [0.4, 0.3, 20, 5, -3, 11],
        EvenZernike = [0.1, 5, -4, 6, 30, 20, 40, -20, -10],
        AnisotropicMagnification = [0.01, 0.004, -0.002, -0.013],
    };
}
