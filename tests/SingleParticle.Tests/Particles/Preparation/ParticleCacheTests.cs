using SingleParticle.Formats;
using SingleParticle.Particles.Preparation;
using Testing;

namespace SingleParticle.Tests.Particles.Preparation;

public sealed class ParticleCacheTests
{
    private static readonly ParticleCacheLayout Layout = new(8, 16, 1, PixelCount: 21, ShellCount: 4, ParticleCount: 3, new(1, 2, 3, 4));

    [Fact]
    public void Gives_back_every_record_in_its_parts()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("particles.cache");
        WriteAll(path, Layout);
        using var cache = ParticleCache.Open(path);
        cache.Layout.Should().Be(Layout);
        for (var i = 0; i < 3; i++)
        {
            var particle = cache.Read(i);
            particle.Data.ToArray().Should().Equal(Numbers(i, 0, 42));
            particle.CtfPower.ToArray().Should().Equal(Numbers(i, 42, 21));
            particle.ShellPower.ToArray().Should().Equal(Numbers(i, 63, 4));
        }
    }

    [Fact]
    public void Reaches_records_beyond_two_gigabytes()
    {
        // A sparse file: only the last record takes room.
        using var folder = new TemporaryFolder();
        var path = folder.File("large.cache");
        var layout = new ParticleCacheLayout(512, 512, 1, PixelCount: 102_400, ShellCount: 256, ParticleCount: 2000, default);
        layout.FileBytes.Should().BeGreaterThan(2L << 30);
        layout.OffsetBytes(1999).Should().Be(256 + (1999 * layout.RecordBytes)).And.BeGreaterThan(int.MaxValue);
        using (var stream = new FileStream(path, FileMode.CreateNew))
        {
            stream.Write(ParticleCacheHeader.ToBytes(layout));
            stream.SetLength(layout.FileBytes);
            stream.Position = layout.OffsetBytes(1999);
            stream.Write(BitConverter.GetBytes(42f));
        }

        using var cache = ParticleCache.Open(path);
        cache.Read(1999).Data[0].Should().Be(42);
    }

    [Fact]
    public void A_cache_that_was_not_finished_leaves_no_trace()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new ParticleCacheWriter(folder.File("particles.cache"), Layout))
        {
            writer.Write(0, Numbers(0, 0, Layout.RecordFloatCount));
            FluentActions.Invoking(writer.Complete).Should().Throw<InvalidOperationException>().WithMessage("*1 of 3*");
        }

        Directory.EnumerateFileSystemEntries(folder.FullPath).Should().BeEmpty();
    }

    [Fact]
    public void A_half_written_cache_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("particles.cache");

        // All room claimed, no header: what a killed process leaves, were it under the final name.
        File.WriteAllBytes(path, new byte[Layout.FileBytes]);
        FluentActions.Invoking(() => ParticleCache.Open(path)).Should().Throw<DataFileException>().WithMessage("*never finished*");
        ParticleCache.OpenIfCurrent(path, Layout).Should().BeNull();
    }

    [Theory]
    [InlineData(-4)]
    [InlineData(4)]
    public void A_cache_of_the_wrong_length_is_refused(int extraBytes)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("particles.cache");
        WriteAll(path, Layout);
        using (var stream = new FileStream(path, FileMode.Open))
            stream.SetLength(stream.Length + extraBytes);
        FluentActions.Invoking(() => ParticleCache.Open(path)).Should().Throw<DataFileException>().WithMessage("*announces*");
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        FluentActions.Invoking(() => ParticleCache.Open(folder.Write("particles.cache", string.Empty)))
            .Should().Throw<DataFileException>().WithMessage("*0 bytes*");
    }

    [Fact]
    public void A_cache_made_from_something_else_is_stale()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("particles.cache");
        WriteAll(path, Layout);
        ParticleCache.OpenIfCurrent(path, Layout with { Key = new(1, 2, 3, 5) }).Should().BeNull();
        using var current = ParticleCache.OpenIfCurrent(path, Layout);
        current.Should().NotBeNull();
    }

    [Fact]
    public void Reading_after_disposal_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("particles.cache");
        WriteAll(path, Layout);
        var cache = ParticleCache.Open(path);
        cache.Dispose();
        FluentActions.Invoking(() => cache.Read(0).Data.Length).Should().Throw<ObjectDisposedException>();
    }

    private static void WriteAll(string path, in ParticleCacheLayout layout)
    {
        using var writer = new ParticleCacheWriter(path, layout);
        for (var i = layout.ParticleCount - 1; i >= 0; i--)
            writer.Write(i, Numbers(i, 0, layout.RecordFloatCount));
        writer.Complete();
    }

    private static float[] Numbers(int record, int start, int count) =>
        [.. Enumerable.Range(start, count).Select(i => (1000f * record) + i)];
}
