using Host.Runner.Loading;
using Testing;

namespace Host.Runner.Tests.Loading;

/// <summary>The cache of plug-in copies does not grow for ever, and takes nothing that is in use or not its own.</summary>
public sealed class PluginCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SetClock _clock = new();

    private string Root => _folder.File("cache");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_copy_that_nobody_has_used_for_a_month_is_removed_when_another_is_made()
    {
        var former = Store("former");

        _clock.Now += PluginCache.KeptUnused + TimeSpan.FromHours(1);
        var latter = Store("latter");

        Directory.GetDirectories(Root).Should().Equal(latter).And.NotContain(former);
    }

    [Fact]
    public void A_copy_that_is_used_now_and_then_stays()
    {
        var former = Store("former");
        _clock.Now += TimeSpan.FromDays(20);
        Store("former").Should().Be(former);

        _clock.Now += TimeSpan.FromDays(20);
        var latter = Store("latter");

        Directory.GetDirectories(Root).Should().BeEquivalentTo(former, latter);
    }

    [Fact]
    public void Nothing_that_the_cache_has_not_made_is_removed()
    {
        var foreign = Directory.CreateDirectory(Path.Combine(Root, "my results")).FullName;
        Directory.SetLastWriteTimeUtc(foreign, _clock.Now.UtcDateTime - TimeSpan.FromDays(1000));

        var copy = Store("former");

        Directory.GetDirectories(Root).Should().BeEquivalentTo(foreign, copy);
    }

    [Fact]
    public void What_a_killed_process_left_half_copied_is_removed_a_day_later()
    {
        var copy = Store("former");
        var (old, young) = (copy + ".17.4.partial", copy + ".18.4.partial");
        Directory.CreateDirectory(old);
        Directory.SetLastWriteTimeUtc(old, _clock.Now.UtcDateTime - PluginCache.LongestCopying - TimeSpan.FromHours(1));
        Directory.CreateDirectory(young);
        Directory.SetLastWriteTimeUtc(young, _clock.Now.UtcDateTime);

        var latter = Store("latter");

        Directory.GetDirectories(Root).Should().BeEquivalentTo(copy, latter, young);
    }

    /// <summary>Keeps a copy of a build that differs from others in its title.</summary>
    private string Store(string title)
    {
        var plugin = _folder.File(title);
        Fixtures.Install("Fixture.Reverse", plugin);
        Fixtures.Change(plugin, manifest => manifest with { Title = title });
        return new PluginCache(Root, _clock).Store(PluginFolderReader.Read(plugin));
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
