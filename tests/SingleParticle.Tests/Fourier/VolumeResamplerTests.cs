using SingleParticle.Fourier;

namespace SingleParticle.Tests.Fourier;

public sealed class VolumeResamplerTests
{
    [Theory]
    [InlineData(16, 24)]
    [InlineData(24, 16)]
    [InlineData(15, 20)]
    [InlineData(20, 15)]
    [InlineData(21, 13)]
    public void Samples_the_same_density_on_the_new_grid(int oldBox, int newBox)
    {
        (int, int, int)[] waves = [(0, 0, 0), (1, 2, -3), (4, -1, 2), (0, 5, 5)];
        var resampled = VolumeResampler.Resample(PlaneWave.Volume(oldBox, 96, waves), newBox, 2);
        resampled.PixelSizeAngstrom.Should().BeApproximately(96.0 / newBox, 1e-12);
        FourierCases.RelativeError(resampled.Values, PlaneWave.Volume(newBox, 96, waves).Values).Should().BeLessThan(1e-6);
    }

    [Fact]
    public void Keeps_a_wave_at_the_Nyquist_frequency_of_the_smaller_box()
    {
        var coarse = PlaneWave.Volume(12, 60, (0, 0, 6));
        var fine = PlaneWave.Volume(18, 60, (0, 0, 6));
        FourierCases.RelativeError(VolumeResampler.Resample(coarse, 18).Values, fine.Values).Should().BeLessThan(1e-6);
        FourierCases.RelativeError(VolumeResampler.Resample(fine, 12).Values, coarse.Values).Should().BeLessThan(1e-6);
    }

    [Fact]
    public void Keeps_the_place_of_the_box_in_the_header()
    {
        var volume = new SingleParticle.Volumes.Volume(12, 2) { OriginAngstrom = (1, 2, 3), StartVoxels = (-6, -6, 12) };
        var resampled = VolumeResampler.Resample(volume, 18);
        resampled.OriginAngstrom.Should().Be((1.0, 2.0, 3.0));
        resampled.StartVoxels.Should().Be((-9, -9, 18));
    }

    [Fact]
    public void The_same_box_gives_a_copy()
    {
        var volume = PlaneWave.Volume(8, 8, (1, 0, 0));
        var copy = VolumeResampler.Resample(volume, 8);
        copy.Values.Should().Equal(volume.Values).And.NotBeSameAs(volume.Values);
    }
}
