using SingleParticle.Compute;

namespace SingleParticle.Tests.Compute;

public sealed class WorkPartitionTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(3, 8)]
    [InlineData(1000, 1)]
    [InlineData(1000, 4)]
    public void Runs_every_part_exactly_once(int partCount, int threadCount)
    {
        var runs = new int[partCount];
        WorkPartition.Run(partCount, threadCount, part => Interlocked.Increment(ref runs[part]));
        runs.Should().Equal(Enumerable.Repeat(1, partCount));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Never_works_on_more_threads_than_asked(int threadCount)
    {
        var now = 0;
        var most = 0;
        var gate = new Lock();
        WorkPartition.Run(200, threadCount, _ =>
        {
            var inside = Interlocked.Increment(ref now);
            lock (gate)
                most = Math.Max(most, inside);
            Thread.SpinWait(1000);
            Interlocked.Decrement(ref now);
        });
        most.Should().BeInRange(1, threadCount);
    }

    [Fact]
    public void Works_on_two_threads_at_once()
    {
        using var bothArrived = new Barrier(2);
        WorkPartition.Run(2, 2, _ => bothArrived.SignalAndWait(TimeSpan.FromSeconds(30)).Should().BeTrue());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Rethrows_the_failure_of_the_lowest_part(int threadCount)
    {
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var act = () => WorkPartition.Run(100, threadCount, part =>
            {
                if (part >= 7)
                    throw new InvalidDataException($"part {part}");
            });
            act.Should().Throw<InvalidDataException>().WithMessage("part 7");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Starts_no_new_part_after_a_cancellation(int threadCount)
    {
        using var source = new CancellationTokenSource();
        var ran = 0;
        var act = () => WorkPartition.Run(10_000, threadCount, _ =>
        {
            if (Interlocked.Increment(ref ran) == 5)
                source.Cancel();
        }, source.Token);
        act.Should().Throw<OperationCanceledException>();
        ran.Should().BeInRange(5, 5 + threadCount);
    }

    [Fact]
    public void A_failure_comes_before_a_cancellation()
    {
        using var source = new CancellationTokenSource();
        using var bothArrived = new Barrier(2);
        var act = () => WorkPartition.Run(2, 2, part =>
        {
            bothArrived.SignalAndWait(TimeSpan.FromSeconds(30));
            source.Cancel();
            if (part == 1)
                throw new InvalidDataException("broken");
            source.Token.ThrowIfCancellationRequested();
        }, source.Token);
        act.Should().Throw<InvalidDataException>();
    }

    [Fact]
    public void Nested_jobs_end()
    {
        var sum = 0;
        WorkPartition.Run(16, 8, _ => WorkPartition.Run(16, 8, _ => Interlocked.Increment(ref sum)));
        sum.Should().Be(256);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(9, 3)]
    [InlineData(10, 3)]
    [InlineData(2, 5)]
    public void Chunks_cover_the_range_once_in_order(int count, int chunkLength)
    {
        var chunks = WorkPartition.Chunks(count, chunkLength);
        chunks.SelectMany(chunk => Enumerable.Range(chunk.Start, chunk.Count)).Should().Equal(Enumerable.Range(0, count));
        chunks.Should().NotContain(chunk => chunk.Count <= 0 || chunk.Count > chunkLength);
        chunks.SkipLast(1).Should().NotContain(chunk => chunk.Count != chunkLength);
    }

    [Fact]
    public void Refuses_zero_threads()
    {
        var act = () => WorkPartition.Run(1, 0, _ => { });
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("threadCount");
    }
}
