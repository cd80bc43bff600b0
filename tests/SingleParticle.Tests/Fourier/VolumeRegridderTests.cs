using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Fourier;

public class VolumeRegridderTests
{
    [Theory]
    [InlineData(32, 2.0, 40, 1.37)]
    [InlineData(32, 2.0, 24, 2.9)]
    [InlineData(33, 2.0, 40, 1.7)]
    [InlineData(32, 2.0, 21, 3.0)]
    [InlineData(32, 2.0, 48, 2.0)]
    public void Smooth_density_keeps_its_place_and_height(int oldBox, double oldSize, int newBox, double newSize)
    {
        var map = Blobs(oldBox, oldSize);
        var regridded = VolumeRegridder.ToGrid(map, newBox, newSize, threadCount: 2);
        var expected = Blobs(newBox, newSize);
        regridded.BoxVoxels.Should().Be(newBox);
        regridded.PixelSizeAngstrom.Should().Be(newSize);
        for (var i = 0; i < expected.Values.Length; i++)
            regridded.Values[i].Should().BeApproximately(expected.Values[i], 0.01f);
    }

    [Fact]
    public void The_origin_follows_the_first_voxel()
    {
        var map = new Volume(32, 2) { OriginAngstrom = (10, 0, -4) };
        VolumeRegridder.ToGrid(map, 20, 3).OriginAngstrom.Should().Be((12, 2, -2));
    }

    [Fact]
    public void A_grid_too_fine_to_transform_is_refused()
    {
        var regrid = () => VolumeRegridder.ToGrid(new Volume(32, 2), 32, 0.01);
        regrid.Should().Throw<InvalidOperationException>().WithMessage("*beyond 1024 voxels*");
    }

    /// <summary>Two Gaussians of 6 Å, placed in Å from the centre, on a background of 0.5.</summary>
    private static Volume Blobs(int box, double size)
    {
        var map = new Volume(box, size);
        for (var i = 0; i < map.Values.Length; i++)
        {
            var (x, y, z) = (At(i % box), At(i / box % box), At(i / (box * box)));
            map.Values[i] = (float)(0.5 + Blob(x - 3, y, z + 5) + (0.7 * Blob(x + 5, y - 6, z)));
        }

        return map;

        double At(int voxel) => (voxel - (box / 2)) * size;

        static double Blob(double x, double y, double z) => Math.Exp(-((x * x) + (y * y) + (z * z)) / (2 * 6 * 6));
    }
}
