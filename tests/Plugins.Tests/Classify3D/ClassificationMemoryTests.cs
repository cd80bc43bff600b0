using Host.Abstractions.Ports;
using Plugin.Classify3D;
using SingleParticle.Fourier;
using SingleParticle.Projection;

namespace Plugins.Tests.Classify3D;

public class ClassificationMemoryTests
{
    private const double Gibibyte = 1L << 30;

    [Fact]
    public void A_hundred_classes_in_a_box_of_128_fit_into_four_gibibytes() =>
        (Planned(100, 50000, 128) / Gibibyte).Should().BeInRange(2.5, 4);

    [Fact]
    public void What_is_planned_for_a_class_is_what_its_maps_and_statistics_take()
    {
        using var statistics = new BackProjection(
            new SlicePlan(new FourierGrid(128, 128, 63.5), 128, new HalfPlane(128, 1, 63)));
        using var low = new BackProjection(new SlicePlan(SlicePlan.LowFrequencyGrid(128), 128, new HalfPlane(24, 1, 11)));
        var perClass = 2 * sizeof(float) * (statistics.Numerator.Length + statistics.Denominator.Length
            + low.Numerator.Length + low.Denominator.Length);
        var map = sizeof(float) * Math.Pow(128, 3);
        var planned = (Planned(80, 0, 128) - Planned(40, 0, 128)) / 40;
        planned.Should().BeGreaterThan(perClass + map).And.BeLessThan(1.5 * (perClass + map));
    }

    [Fact]
    public void Particles_take_hundreds_of_bytes_each_and_not_their_images()
    {
        var perParticle = (Planned(5, 3_000_000, 128) - Planned(5, 2_000_000, 128)) / 1e6;
        perParticle.Should().BeInRange(100, 1000);
    }

    private static double Planned(int classes, double particles, int box) => new ClassificationMemory(
        new Classify3DOptions { Classes = classes },
        new DataHeader { BoxPixels = box, PixelSizeAngstrom = 2 },
        particles,
        box).PeakBytes(0);
}
