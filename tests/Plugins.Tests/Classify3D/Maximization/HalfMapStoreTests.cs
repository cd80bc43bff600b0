using Plugin.Classify3D.Maximization;
using SingleParticle.Estimation;
using SingleParticle.Volumes;
using Testing;

namespace Plugins.Tests.Classify3D.Maximization;

public class HalfMapStoreTests
{
    // More voxels than go to the disk at a time.
    private const int LargeBox = 112;

    [Theory]
    [InlineData(16)]
    [InlineData(LargeBox)]
    public void Half_maps_come_back_bit_for_bit(int box)
    {
        using var folder = new TemporaryFolder();
        var solved = Solved(box, 1);
        var kept = new HalfMapStore(folder.FullPath).Keep(0, solved);
        Same(kept.HalfA, solved.HalfA);
        Same(kept.HalfB, solved.HalfB);
        kept.Map.Should().BeSameAs(solved.Map);
    }

    [Fact]
    public void Half_maps_that_are_kept_are_not_held_in_memory()
    {
        using var folder = new TemporaryFolder();
        var kept = new HalfMapStore(folder.FullPath).Keep(0, Solved(16, 1));
        kept.HalfA.Should().NotBeSameAs(kept.HalfA, "each is read from the disk when it is asked for");
    }

    [Fact]
    public void Classes_have_places_of_their_own_and_the_last_that_was_kept_is_found()
    {
        using var folder = new TemporaryFolder();
        var store = new HalfMapStore(folder.FullPath);
        var (first, second, again) = (Solved(16, 1), Solved(16, 2), Solved(16, 3));
        store.Keep(0, first);
        var other = store.Keep(1, second);
        var kept = store.Keep(0, again);
        Same(other.HalfA, second.HalfA);
        Same(kept.HalfA, again.HalfA);
        Same(kept.HalfB, again.HalfB);
    }

    private static RegularisedMap Solved(int box, int seed)
    {
        var random = new Random(seed);
        return new(Drawn(), new HalfMaps(Drawn(), Drawn()), new double[box / 2], 10);

        Volume Drawn()
        {
            var map = new Volume(box, 1.37);
            foreach (ref var value in map.Values.AsSpan())
                value = (float)random.NextDouble();
            return map;
        }
    }

    private static void Same(Volume read, Volume written)
    {
        read.BoxVoxels.Should().Be(written.BoxVoxels);
        read.PixelSizeAngstrom.Should().Be(written.PixelSizeAngstrom);
        read.Values.AsSpan().SequenceEqual(written.Values).Should().BeTrue();
    }
}
