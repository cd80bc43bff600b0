using Plugin.Phantom;
using Plugin.Phantom.Molecules;
using SingleParticle.Fourier;
using SingleParticle.Statistics;

namespace Plugins.Tests.Phantom;

public sealed class SignalAndNoiseTests
{
    [Theory]
    [InlineData("0.05")]
    [InlineData("3")]
    public void The_signal_to_noise_ratio_is_the_variance_of_clean_images_over_that_of_the_noise(string snr)
    {
        using var clean = PhantomRun.Of(("snr", snr), ("noise", "none"), ("stack_precision", "float"), ("particles", "100"));
        using var noisy = PhantomRun.Of(("snr", snr), ("noise", "white"), ("stack_precision", "float"), ("particles", "100"));
        var signal = clean.Images();
        signal.Average(Variance).Should().BeApproximately(double.Parse(snr), 1e-4 * double.Parse(snr));
        var noise = noisy.Images().Zip(signal, Difference).ToArray();
        noise.Average(Variance).Should().BeApproximately(1, 0.02);
        noise.Average(image => image.Average(pixel => (double)pixel)).Should().BeApproximately(0, 0.02);
    }

    [Fact]
    public void Over_the_particle_the_ratio_counts_the_disc_that_the_molecule_can_fill()
    {
        (string, string)[] settings = [("snr", "1"), ("noise", "none"), ("stack_precision", "float"), ("shift_angstrom", "0")];
        using var run = PhantomRun.Of([.. settings, ("snr_region", "particle")]);
        // The molecule of the run, from the same seed: how far it reaches.
        var molecule = Molecule.Build(Scenarios.Design(Scenario.Compositional, 25), 400, 48, new RandomStream(1).Split(1));
        var radius = molecule.RadiusAngstrom() / 6;
        var variances = run.Images().Select(image => Variance(
            [.. image.Where((_, i) => Math.Pow((i % 32) - 16, 2) + Math.Pow((i / 32) - 16, 2) <= radius * radius)]));
        variances.Average().Should().BeApproximately(1, 1e-4);
        using var box = PhantomRun.Of([.. settings, ("snr_region", "box")]);
        box.Images().Average(Variance).Should().BeGreaterThan(1.2 * run.Images().Average(Variance));
    }

    [Fact]
    public void Coloured_noise_has_the_spectrum_stated_and_variance_1()
    {
        (string, string)[] settings = [("snr", "1e-6"), ("stack_precision", "float"), ("particles", "400")];
        using var run = PhantomRun.Of([.. settings, ("noise", "coloured"), ("noise_excess", "6"), ("noise_corner_angstrom", "40")]);
        var images = run.Images();
        images.Average(Variance).Should().BeApproximately(1, 0.02);
        var power = RingPower(images, 32);
        var expected = Enumerable.Range(0, 16).Select(ring => 1 + (6 / (1 + Math.Pow(ring * 40 / (32 * 6.0), 2)))).ToArray();
        for (var ring = 2; ring < 16; ring++)
            (power[ring] / power[15] * expected[15] / expected[ring]).Should().BeInRange(0.9, 1.1);
    }

    [Fact]
    public void White_noise_has_the_same_power_at_every_frequency_and_is_independent_from_image_to_image()
    {
        using var run = PhantomRun.Of(("snr", "1e-6"), ("stack_precision", "float"), ("particles", "400"));
        var images = run.Images();
        RingPower(images, 32)[2..16].Should().OnlyContain(power => Math.Abs(power - 1) < 0.08);
        var products = images.Zip(images.Skip(1), (one, two) => one.Zip(two, (a, b) => a * b).Average(product => (double)product));
        products.Average().Should().BeApproximately(0, 0.005);
    }

    [Fact]
    public void Dark_images_are_bright_ones_with_the_sign_changed()
    {
        using var dark = PhantomRun.Of(("noise", "none"), ("stack_precision", "float"));
        using var bright = PhantomRun.Of(("noise", "none"), ("stack_precision", "float"), ("contrast", "bright"));
        dark.Images()[3].Should().Equal(bright.Images()[3].Select(pixel => -pixel));
        dark.Read().OpticsGroups.Should().OnlyContain(group => group.ContrastSign == -1);
        bright.Read("particles_relion").OpticsGroups.Should().OnlyContain(group => group.ContrastSign == 1);
    }

    [Fact]
    public void Half_floats_keep_three_digits()
    {
        using var full = PhantomRun.Of(("stack_precision", "float"));
        using var half = PhantomRun.Of(("stack_precision", "half_float"));
        full.Images()[5].Zip(half.Images()[5], (a, b) => Math.Abs(a - b)).Max().Should().BeInRange(1e-5f, 2e-3f);
        new FileInfo(half.Stack).Length.Should().BeLessThan((long)(0.52 * new FileInfo(full.Stack).Length));
    }

    private static double Variance(float[] image)
    {
        var mean = image.Average(pixel => (double)pixel);
        return image.Average(pixel => (pixel - mean) * (pixel - mean));
    }

    private static float[] Difference(float[] one, float[] two) => [.. one.Zip(two, (a, b) => a - b)];

    private static double[] RingPower(float[][] images, int box)
    {
        var fft = new RealFft2D(box);
        var shape = HalfSpectrumShape.OfImage(box);
        var (power, count) = (new double[box], new int[box]);
        var spectrum = new ComplexFloat[fft.SpectrumLength];
        foreach (var image in images)
        {
            fft.Forward(image, spectrum);
            for (var i = 0; i < spectrum.Length; i++)
            {
                var (x, y) = (i % shape.HalfWidth, shape.FrequencyY(i / shape.HalfWidth));
                var ring = (int)Math.Round(Math.Sqrt((x * x) + (y * y)));
                power[ring] += spectrum[i].SquaredMagnitude / (box * box);
                count[ring]++;
            }
        }

        return [.. power.Zip(count, (sum, number) => number == 0 ? 0 : sum / number)];
    }
}
