using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Schedules;

namespace Plugins.Tests.Classify3D.Expectation;

public class ClassMoveCounterTests
{
    [Fact]
    public void Every_particle_is_counted_once_between_its_classes_before_and_after()
    {
        var counter = new ClassMoveCounter();
        foreach (var (from, to) in new[] { (1, 0), (0, 0), (0, 1), (1, 1), (0, 0) })
            counter.Count(from, to);
        counter.Moves.Should().Equal(new ClassMove(0, 0, 2), new(0, 1, 1), new(1, 0, 1), new(1, 1, 1));
        counter.SwitchedPercent.Should().Be(40);
    }

    [Fact]
    public void A_particle_without_a_class_before_has_switched_but_moved_from_nowhere()
    {
        var counter = new ClassMoveCounter();
        counter.Count(-1, 1);
        counter.Count(1, 1);
        counter.Moves.Should().Equal(new ClassMove(1, 1, 1));
        counter.SwitchedPercent.Should().Be(50);
    }
}
