using Plugin.Classify3D.Schedules;

namespace Plugins.Tests.Classify3D.Schedules;

public class ClassMoveTests
{
    [Fact]
    public void Every_particle_is_counted_once_between_its_classes_before_and_after()
    {
        float[] before = [0.9f, 0.1f, 0.6f, 0.4f, 0.2f, 0.8f, 0.3f, 0.7f];
        float[] after = [0.8f, 0.2f, 0.1f, 0.9f, 0.3f, 0.7f, 0.6f, 0.4f];
        ClassMove.Between(before, after, 2).Should().Equal(new ClassMove(0, 0, 1), new(0, 1, 1), new(1, 0, 1), new(1, 1, 1));
    }

    [Fact]
    public void The_first_iteration_has_no_moves()
    {
        ClassMove.Between([], [1, 0], 2).Should().BeEmpty();
    }
}
