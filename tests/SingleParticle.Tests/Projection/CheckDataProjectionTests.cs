using SingleParticle.Formats.Mrc;
using SingleParticle.Geometry;
using SingleParticle.Projection;
using Testing;

namespace SingleParticle.Tests.Projection;

public class CheckDataProjectionTests
{
    [SharedDataTheory("data")]
    [InlineData("data/smoke/1_full_EtRNA_RRF_64.mrc")]
    [InlineData("data/gpcr64/1_full_m50_64.mrc")]
    [InlineData("data/complex64/raw_class_1_64.mrc")]
    public void A_map_of_the_check_data_is_projected_without_padding_to_the_required_error(string path)
    {
        var map = MrcVolumeReader.Read(SharedData.Require(path));
        var error = ProjectionError.Of(map, new FourierGrid(64, 64, 32), Matrix2.Identity);
        error.Should().BeLessThan(3e-3);
    }
}
