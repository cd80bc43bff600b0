using SingleParticle.Tests.Masks;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Volumes;

public class VolumeCropTests
{
    [Theory]
    [InlineData(12, 8)]
    [InlineData(12, 7)]
    [InlineData(9, 6)]
    [InlineData(9, 14)]
    [InlineData(8, 13)]
    public void The_centre_stays_the_centre_and_what_is_missing_is_filled(int oldBox, int newBox)
    {
        var map = Bodies.Waves(oldBox, 1);
        var cropped = VolumeCrop.ToBox(map, newBox, fill: 9);
        for (var i = 0; i < cropped.Values.Length; i++)
        {
            var (x, y, z) = Bodies.At(i, newBox);
            var (oldX, oldY, oldZ) = (x - (newBox / 2) + (oldBox / 2), y - (newBox / 2) + (oldBox / 2), z - (newBox / 2) + (oldBox / 2));
            var inside = new[] { oldX, oldY, oldZ }.All(at => at >= 0 && at < oldBox);
            cropped.Values[i].Should().Be(inside ? map.Values[map.IndexOf(oldX, oldY, oldZ)] : 9);
        }
    }

    [Fact]
    public void The_origin_says_where_the_first_voxel_now_lies()
    {
        var byOrigin = new Volume(10, 2) { OriginAngstrom = (5, -3, 7), StartVoxels = (1, 1, 1) };
        VolumeCrop.ToBox(byOrigin, 6).OriginAngstrom.Should().Be((9, 1, 11));
        var byStart = new Volume(10, 2) { StartVoxels = (-5, -5, 0) };
        var padded = VolumeCrop.ToBox(byStart, 14);
        padded.OriginAngstrom.Should().Be((-14, -14, -4));
        padded.StartVoxels.Should().Be((0, 0, 0));
    }

    [Fact]
    public void The_faces_of_the_box_tell_what_surrounds_the_molecule()
    {
        var map = Bodies.Waves(7, 2);
        var expected = Enumerable.Range(0, 343).Where(i => Bodies.FaceNeighbours(i, 7).Count() < 6).Average(i => (double)map.Values[i]);
        VolumeCrop.MeanOnFaces(map).Should().BeApproximately((float)expected, 1e-5f);
    }
}
