using SingleParticle.Formats;
using SingleParticle.Particles;
using SingleParticle.Particles.Preparation;

namespace SingleParticle.Tests.Particles.Preparation;

public sealed class ParticlePreparationTests
{
    private const int ImageCount = 150;

    [Fact]
    public void Writes_the_same_bytes_on_any_number_of_threads()
    {
        using var images = new ImageSet();
        var set = TwoStacks(images);
        var bytes = new List<byte[]>();
        foreach (var threadCount in new[] { 1, 2, 3 })
        {
            var options = Options(images) with { ThreadCount = threadCount };
            using (ParticlePreparation.Run(set, All, options))
            {
            }

            bytes.Add(File.ReadAllBytes(images.CacheFile));
            File.Delete(images.CacheFile);
        }

        bytes[1].Should().Equal(bytes[0]);
        bytes[2].Should().Equal(bytes[0]);
    }

    [Fact]
    public void Records_follow_the_order_asked_for()
    {
        using var images = new ImageSet();
        var set = TwoStacks(images);
        using var all = ParticlePreparation.Run(set, All, Options(images));
        using var some = ParticlePreparation.Run(set, [77, 3, 149], Options(images) with { CacheFolder = images.FileIn("other") });
        some.Cache.ParticleCount.Should().Be(3);
        some.Cache.Read(0).Data.ToArray().Should().Equal(all.Cache.Read(77).Data.ToArray());
        some.Cache.Read(1).Data.ToArray().Should().Equal(all.Cache.Read(3).Data.ToArray());
        some.Cache.Read(2).Data.ToArray().Should().Equal(all.Cache.Read(149).Data.ToArray());
        some.Cache.Read(0).Data.ToArray().Should().NotEqual(some.Cache.Read(1).Data.ToArray());
    }

    [Fact]
    public void Counts_every_particle_once_as_it_goes()
    {
        using var images = new ImageSet();
        var progress = new Counts();
        using var prepared = ParticlePreparation.Run(TwoStacks(images), All, Options(images), progress);
        progress.Reported.Should().Equal(64, 128, 150);
    }

    [Fact]
    public void Uses_a_finished_cache_again_as_long_as_nothing_has_changed()
    {
        using var images = new ImageSet();
        var set = TwoStacks(images);
        Origin(set, images).Should().Be(PreparationOrigin.Images);
        Origin(set, images).Should().Be(PreparationOrigin.EarlierCache);
        set.Particles[149].DefocusUAngstrom += 1;
        Origin(set, images).Should().Be(PreparationOrigin.Images);
        File.SetLastWriteTimeUtc(set.ImageFiles[0], File.GetLastWriteTimeUtc(set.ImageFiles[0]).AddSeconds(1));
        Origin(set, images).Should().Be(PreparationOrigin.Images);
        Origin(set with { OpticsGroups = [ImageSet.Optics with { BeamTiltMilliradians = (0.1, 0) }] }, images)
            .Should().Be(PreparationOrigin.Images);
    }

    [Fact]
    public void Makes_a_half_written_cache_anew()
    {
        using var images = new ImageSet();
        var set = TwoStacks(images);
        Origin(set, images);
        var whole = File.ReadAllBytes(images.CacheFile);
        File.WriteAllBytes(images.CacheFile, whole[..^100]);
        Origin(set, images).Should().Be(PreparationOrigin.Images);
        File.ReadAllBytes(images.CacheFile).Should().Equal(whole);
    }

    [Fact]
    public void Leaves_nothing_behind_when_cancelled()
    {
        using var images = new ImageSet();
        using var cancel = new CancellationTokenSource();
        var progress = new Counts(cancel.Cancel);
        FluentActions.Invoking(() => ParticlePreparation.Run(TwoStacks(images), All, Options(images), progress, cancel.Token))
            .Should().Throw<OperationCanceledException>();
        Directory.EnumerateFileSystemEntries(images.CacheFolder).Should().BeEmpty();
    }

    [Fact]
    public void Tells_all_problems_of_the_images_at_once()
    {
        using var images = new ImageSet();
        var small = images.WriteStack("small.mrcs", [ImageSet.Noise(1, 12)]);
        var set = ImageSet.Of(
            [small, images.FileIn("missing.mrcs")],
            [ImageSet.Optics],
            ImageSet.Particle(4),
            ImageSet.Particle(0) with { ImageFileIndex = 1 });
        FluentActions.Invoking(() => ParticlePreparation.Run(set, [0, 1], Options(images))).Should().Throw<DataFileException>()
            .WithMessage("*12 x 12*").WithMessage("*image 5 is asked for, the stack has 1*").WithMessage("*missing.mrcs*");
    }

    [Theory]
    [InlineData(15, ImageSet.PixelSize, "*not an even number*")]
    [InlineData(18, ImageSet.PixelSize, "*extract them alike*")]
    [InlineData(ImageSet.Box, 1.6, "*more than 5 % apart*")]
    public void Refuses_optics_groups_that_cannot_share_a_box(int box, double pixelSize, string message)
    {
        using var images = new ImageSet();
        var file = images.WriteStack("stack.mrcs", [ImageSet.Noise(1)]);
        var set = ImageSet.Of(
            [file],
            [ImageSet.Optics, ImageSet.Optics with { Name = "two", BoxPixels = box, PixelSizeAngstrom = pixelSize }],
            ImageSet.Particle(0),
            ImageSet.Particle(0) with { OpticsGroupIndex = 1 });
        FluentActions.Invoking(() => ParticlePreparation.Run(set, [0, 1], Options(images)))
            .Should().Throw<DataFileException>().WithMessage(message);
        using var first = ParticlePreparation.Run(set, [0], Options(images));
        first.Cache.ParticleCount.Should().Be(1);
    }

    [Fact]
    public void Says_that_the_particles_pixel_size_wins_over_the_headers()
    {
        using var images = new ImageSet();
        var file = images.WriteStack("stack.mrcs", [ImageSet.Noise(1)], pixelSizeAngstrom: 3);
        using var prepared = ParticlePreparation.Run(
            ImageSet.Of([file], [ImageSet.Optics], ImageSet.Particle(0)), [0], Options(images));
        prepared.Warnings.Should().ContainSingle().Which.Should().Contain("stack.mrcs").And.Contain("3 Å").And.Contain("1.5");
    }

    private static int[] All => [.. Enumerable.Range(0, ImageCount)];

    private static PreparationOptions Options(ImageSet images) => new() { CacheFolder = images.CacheFolder, WorkingBoxPixels = 12 };

    private static PreparationOrigin Origin(ParticleSet set, ImageSet images)
    {
        using var prepared = ParticlePreparation.Run(set, All, Options(images));
        return prepared.Origin;
    }

    private static ParticleSet TwoStacks(ImageSet images)
    {
        string[] files =
        [
            images.WriteStack("a.mrcs", [.. Enumerable.Range(0, ImageCount / 2).Select(i => ImageSet.Noise(i))]),
            images.WriteStack("b.mrcs", [.. Enumerable.Range(ImageCount / 2, ImageCount / 2).Select(i => ImageSet.Noise(i))]),
        ];
        return ImageSet.Of(files, [ImageSet.Optics], [.. Enumerable.Range(0, ImageCount).Select(i =>
            ImageSet.Particle(i / 2, i % 7, -i % 5) with { ImageFileIndex = i % 2 })]);
    }

    private sealed class Counts(Action? onReport = null) : IProgress<int>
    {
        public List<int> Reported { get; } = [];

        public void Report(int value)
        {
            Reported.Add(value);
            onReport?.Invoke();
        }
    }
}
