using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Masks;

public class MaskMeasuresTests
{
    private const int Box = 20;

    [Fact]
    public void Volumes_islands_and_centre_are_counted()
    {
        var mask = new Volume(Box, 3);
        mask.Values[mask.IndexOf(12, 10, 10)] = 1;
        mask.Values[mask.IndexOf(13, 10, 10)] = 0.5f;
        mask.Values[mask.IndexOf(4, 4, 16)] = 0.75f;
        mask.Values[mask.IndexOf(5, 4, 16)] = 0.25f;
        var measures = MaskMeasures.Of(mask, 2);
        (measures.Minimum, measures.Maximum).Should().Be((0, 1));
        measures.BodyAngstrom3.Should().BeApproximately(3 * 27, 1e-6);
        measures.WeightedAngstrom3.Should().BeApproximately(2.5 * 27, 1e-3);
        measures.IslandSizesAngstrom3.Should().Equal(54, 27);
        var x = 3 * (2 + (0.5 * 3) + (0.75 * -6) + (0.25 * -5)) / 2.5;
        measures.CentreOfMassAngstrom.X.Should().BeApproximately(x, 1e-5);
        measures.CentreOfMassAngstrom.Y.Should().BeApproximately(3 * -6 * 1 / 2.5, 1e-5);
        measures.CentreOfMassAngstrom.Z.Should().BeApproximately(3 * 6 * 1 / 2.5, 1e-5);
        measures.FaceShare.Should().Be(0);
    }

    [Theory]
    [InlineData(0, 7, 7)]
    [InlineData(Box - 1, 7, 7)]
    [InlineData(7, 0, 7)]
    [InlineData(7, Box - 1, 7)]
    [InlineData(7, 7, 0)]
    [InlineData(7, 7, Box - 1)]
    public void Each_face_of_the_box_is_watched(int x, int y, int z)
    {
        var mask = new Volume(Box, 3);
        mask.Values[mask.IndexOf(x, y, z)] = 0.1f;
        MaskMeasures.Of(mask, 1).FaceShare.Should().BeApproximately(1.0 / ((Box * Box * Box) - ((Box - 2) * (Box - 2) * (Box - 2))), 1e-12);
    }

    [Fact]
    public void An_empty_mask_measures_nothing()
    {
        var measures = MaskMeasures.Of(new Volume(Box, 3), 1);
        measures.Should().BeEquivalentTo(
            new { Maximum = 0, BodyAngstrom3 = 0, EdgeAngstrom = 0, CentreOfMassAngstrom = (0.0, 0.0, 0.0), FaceShare = 0 });
        measures.IslandSizesAngstrom3.Should().BeEmpty();
    }
}
