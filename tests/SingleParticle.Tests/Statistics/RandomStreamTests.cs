using SingleParticle.Statistics;

namespace SingleParticle.Tests.Statistics;

public sealed class RandomStreamTests
{
    [Fact]
    public void Xoshiro_gives_the_published_sequence()
    {
        var generator = new Xoshiro256(1, 2, 3, 4);
        var numbers = new ulong[8];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = generator.Next();
        numbers.Should().Equal(
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600, 16172922978634559625, 8476171486693032832);
    }

    [Fact]
    public void SplitMix_gives_the_published_sequence()
    {
        var state = 1234567UL;
        var numbers = new[] { SplitMix64.Next(ref state), SplitMix64.Next(ref state), SplitMix64.Next(ref state) };
        numbers.Should().Equal(6457827717110365317, 3203168211198807973, 9817491932198370423);
    }

    [Fact]
    public void The_same_name_gives_the_same_numbers()
    {
        var first = new RandomStream(42, 3, 9);
        var second = new RandomStream(42, 3, 9);
        Draw(first, 100).Should().Equal(Draw(second, 100));
    }

    [Fact]
    public void Splitting_equals_naming_by_path_however_much_was_drawn()
    {
        var parent = new RandomStream(42);
        Draw(parent, 17);
        Draw(parent.Split(3).Split(9), 20).Should().Equal(Draw(new RandomStream(42, 3, 9), 20));
    }

    [Fact]
    public void Different_names_give_different_numbers()
    {
        RandomStream[] streams =
        [
            new(0), new(1), new(0, 0), new(0, 1), new(1, 0), new(0, 0, 0), new(0, 0, 1), new(0, 1, 0), new(0, 1, 1), new(0, 2),
        ];
        streams.SelectMany(stream => Draw(stream, 10)).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Keeps_its_numbers_from_release_to_release()
    {
        var stream = new RandomStream(2026, 7);
        Draw(stream, 3).Should().Equal(PinnedNumbers);
    }

    [Fact]
    public void Uniform_numbers_have_the_moments_of_the_unit_interval()
    {
        var stream = new RandomStream(5);
        var values = Enumerable.Range(0, 200_000).Select(_ => stream.NextDouble()).ToArray();
        values.Should().OnlyContain(value => value >= 0 && value < 1);
        values.Average().Should().BeApproximately(0.5, 0.003);
        values.Average(value => (value - 0.5) * (value - 0.5)).Should().BeApproximately(1.0 / 12, 0.001);
    }

    [Fact]
    public void Gaussian_numbers_have_the_moments_of_the_normal_distribution()
    {
        var stream = new RandomStream(6);
        var values = Enumerable.Range(0, 400_000).Select(_ => stream.NextGaussian()).ToArray();
        values.Average().Should().BeApproximately(0, 0.008);
        values.Average(value => value * value).Should().BeApproximately(1, 0.01);
        values.Average(value => value * value * value).Should().BeApproximately(0, 0.03);
        values.Average(value => value * value * value * value).Should().BeApproximately(3, 0.1);
        values.Zip(values.Skip(1), (a, b) => a * b).Average().Should().BeApproximately(0, 0.008);
    }

    [Fact]
    public void Integers_below_n_are_equally_likely()
    {
        var stream = new RandomStream(7);
        var counts = new int[6];
        for (var i = 0; i < 60_000; i++)
            counts[stream.NextInt(6)]++;
        counts.Should().OnlyContain(count => Math.Abs(count - 10_000) < 500);
    }

    [Fact]
    public void Shuffles_into_every_order_equally_often()
    {
        var stream = new RandomStream(8);
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < 24_000; i++)
        {
            int[] items = [0, 1, 2, 3];
            stream.Shuffle(items);
            var order = string.Concat(items);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        counts.Should().HaveCount(24);
        counts.Values.Should().OnlyContain(count => Math.Abs(count - 1000) < 160);
    }

    [Fact]
    public void Refuses_an_empty_range()
    {
        var act = () => new RandomStream(0).NextInt(0);
        act.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static readonly ulong[] PinnedNumbers = [13687179361398489230, 15631601472469088521, 12412538083867998238];

    private static ulong[] Draw(RandomStream stream, int count)
    {
        var numbers = new ulong[count];
        for (var i = 0; i < count; i++)
            numbers[i] = stream.NextUInt64();
        return numbers;
    }
}
