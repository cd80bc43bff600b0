using SingleParticle.Estimation;
using SingleParticle.Estimation.Scales;
using SingleParticle.Fourier;

namespace SingleParticle.Tests.Estimation.Scales;

public class ShellFitTests
{
    private static readonly HalfPlane Plane = new(8, 1, 3);
    private static readonly NoiseSpectrum Before = new([[5, 5, 5, 5], [6, 6, 6, 6]]);

    [Fact]
    public void The_gain_is_what_brings_a_too_strong_reference_to_the_images()
    {
        var fit = new ShellFit(Plane, 2);
        fit.Add(0, [9, 9, 9], [0, 0, 4, 2, 4, 4, 4, -1]);
        fit.Gains(Before.Weights).Should().Equal([1, 0.5, 1, 0], "shell 0 has no power, and no gain is negative");
    }

    [Fact]
    public void Noise_is_what_the_reference_with_its_gains_leaves_per_pixel_and_component()
    {
        var fit = new ShellFit(Plane, 2);
        fit.Add(0, [9, 9, 9], [0, 0, 4, 2, 4, 4, 4, -1]);
        var noise = fit.Noise([1, 0.5, 1, 0], Before);
        noise.Power[0][1].Should().BeApproximately((9 - 1) / (2.0 * (Plane.ShellOffsets[1] - Plane.ShellOffsets[0])), 1e-12);
        noise.Power[0][3].Should().BeApproximately(9 / (2.0 * (Plane.ShellOffsets[3] - Plane.ShellOffsets[2])), 1e-12);
        noise.Power[1].Should().Equal(Before.Power[1], "a group without particles keeps the spectrum it had");
    }

    [Fact]
    public void A_reference_that_explains_everything_leaves_noise_above_zero()
    {
        var fit = new ShellFit(Plane, 2);
        fit.Add(0, [4, 4, 4], [0, 0, 4, 4, 4, 4, 4, 4]);
        fit.Noise([1, 1, 1, 1], Before).Power[0].Skip(1).Should().OnlyContain(power => power > 0);
    }
}
