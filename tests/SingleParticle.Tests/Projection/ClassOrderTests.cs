using SingleParticle.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Projection;

public class ClassOrderTests
{
    private const int Box = 24;

    [Fact]
    public void Alike_classes_share_a_block_and_every_class_has_one_place()
    {
        // Sixteen classes of two states in turn, each with some noise of its own.
        var maps = Enumerable.Range(0, 16).Select(k => Mixed(PhantomMap.Noise(Box, 0.35, (ulong)(k % 2)), 1, Noise(k), 0.1f)).ToArray();
        var order = ClassOrder.BySimilarity(maps);
        Enumerable.Range(0, 8).Select(place => order.ClassAt(place) % 2).Should().OnlyContain(state => state == 0);
        Enumerable.Range(8, 8).Select(place => order.ClassAt(place) % 2).Should().OnlyContain(state => state == 1);
        Enumerable.Range(0, 16).Select(order.ClassAt).Should().BeEquivalentTo(Enumerable.Range(0, 16));
        Enumerable.Range(0, 16).Select(k => order.ClassAt(order.PlaceOf(k))).Should().Equal(Enumerable.Range(0, 16));
    }

    [Fact]
    public void One_block_stays_as_it_is()
    {
        var order = ClassOrder.BySimilarity([.. Enumerable.Range(0, 8).Select(Noise)]);
        Enumerable.Range(0, 8).Select(order.ClassAt).Should().Equal(Enumerable.Range(0, 8));
    }

    [Fact]
    public void Equal_maps_keep_the_order_of_their_numbers()
    {
        var order = ClassOrder.BySimilarity([.. Enumerable.Repeat(Noise(1), 11)]);
        Enumerable.Range(0, 11).Select(order.ClassAt).Should().Equal(Enumerable.Range(0, 11));
    }

    private static Volume Noise(int seed) => PhantomMap.Noise(Box, 0.35, (ulong)seed + 100);

    private static Volume Mixed(Volume first, float firstShare, Volume second, float secondShare) => first.WithValues(
        [.. first.Values.Zip(second.Values, (one, other) => (firstShare * one) + (secondShare * other))]);
}
