using Plugin.Classify3D.Schedules;

namespace Plugins.Tests.Classify3D.Schedules;

public class OnlineBatchesTests
{
    private static readonly int[] Records = [.. Enumerable.Range(0, 100).Select(i => 3 * i)];

    [Theory]
    [InlineData(7)]
    [InlineData(50)]
    [InlineData(1000)]
    public void Every_particle_is_looked_at_once_per_epoch(int batchSize)
    {
        var batches = new OnlineBatches(Records, batchSize, 3, 5);
        batches.Count.Should().Be(3 * batches.CountPerEpoch);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            var visited = Enumerable.Range(epoch * batches.CountPerEpoch, batches.CountPerEpoch).SelectMany(batches.RecordsOf);
            visited.Order().Should().Equal(Records);
        }
    }

    [Fact]
    public void Batches_are_as_long_as_asked_for_or_a_little_shorter_and_read_forwards()
    {
        var batches = new OnlineBatches(Records, 30, 1, 5);
        batches.Count.Should().Be(4);
        for (var iteration = 0; iteration < batches.Count; iteration++)
            batches.RecordsOf(iteration).Should().HaveCount(25).And.BeInAscendingOrder();
    }

    [Fact]
    public void Every_epoch_has_an_order_of_its_own()
    {
        var batches = new OnlineBatches(Records, 50, 2, 5);
        batches.RecordsOf(0).Should().NotEqual(batches.RecordsOf(2));
    }

    [Fact]
    public void The_seed_alone_decides_the_order_whatever_was_asked_for_before()
    {
        var (first, second) = (new OnlineBatches(Records, 20, 3, 5), new OnlineBatches(Records, 20, 3, 5));
        first.RecordsOf(11);
        first.RecordsOf(3).Should().Equal(second.RecordsOf(3));
        new OnlineBatches(Records, 20, 3, 6).RecordsOf(3).Should().NotEqual(second.RecordsOf(3));
    }

    [Fact]
    public void Without_epochs_there_are_no_iterations() => new OnlineBatches(Records, 20, 0, 5).Count.Should().Be(0);
}
