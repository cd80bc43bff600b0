using SingleParticle.Statistics;
using SingleParticle.Tests.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Volumes;

public class MapContrastTests
{
    [Fact]
    public void A_molecule_stands_out_as_dense_and_its_negative_as_inverted()
    {
        var map = PhantomMap.Blobs(24, 0.3, 1);
        MapContrast.IsInverted(map).Should().BeFalse();
        MapContrast.Skewness(map).Should().BeGreaterThan(1);
        MapContrast.IsInverted(map.WithValues(Array.ConvertAll(map.Values, value => -value))).Should().BeTrue();
    }

    [Fact]
    public void Noise_is_neither()
    {
        var random = new RandomStream(3);
        var noise = new Volume(24, 1, [.. Enumerable.Range(0, 24 * 24 * 24).Select(_ => (float)random.NextGaussian())]);
        Math.Abs(MapContrast.Skewness(noise)).Should().BeLessThan(0.1);
        MapContrast.IsInverted(noise).Should().BeFalse();
    }

    [Fact]
    public void A_constant_map_has_no_contrast() => MapContrast.Skewness(new Volume(4, 1)).Should().Be(0);
}
