using SingleParticle.Compute;
using SingleParticle.Fourier;
using SingleParticle.Projection;

namespace SingleParticle.Tests.Compute;

public class ShellStagesTests
{
    [Theory]
    [InlineData(16, 1)]
    [InlineData(64, 1)]
    [InlineData(90, 7)]
    public void Stages_cover_all_shells_in_order_and_begin_with_a_small_part_of_the_pixels(int box, int firstShell)
    {
        var plan = new SlicePlan(new FourierGrid(box, box, box / 2), box, new HalfPlane(box, firstShell, (box / 2) - 1));
        var ends = ShellStages.EndsOf(plan);
        ends.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        ends[^1].Should().Be(plan.ShellCount);
        ends.Should().HaveCountGreaterThan(3);
        plan.ShellStarts[ends[0]].Should().BePositive().And.BeLessThan(plan.PixelCount / 8);
    }
}
