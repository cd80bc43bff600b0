using SingleParticle.Estimation.Scales;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Estimation.Scales;

public class ScaleRegionTests
{
    [Fact]
    public void A_focus_mask_that_leaves_a_fifth_of_the_molecule_outside_is_used()
    {
        var solvent = new Volume(2, 1, [1, 1, 1, 1, 1, 0, 0, 0]);
        var focus = new Volume(2, 1, [1, 1, 1, 1, 0, 1, 1, 1]);
        ScaleRegion.OutsideShare(focus, solvent).Should().BeApproximately(0.2, 1e-12);
        ScaleRegion.Usable(focus, solvent).Should().BeSameAs(focus);
    }

    [Fact]
    public void A_focus_mask_that_covers_the_molecule_is_not()
    {
        var solvent = new Volume(2, 1, [1, 1, 0, 0, 0, 0, 0, 0]);
        ScaleRegion.Usable(solvent, solvent).Should().BeNull();
        ScaleRegion.OutsideShare(solvent, solvent.WithValues(new float[8])).Should().Be(0);
    }
}
