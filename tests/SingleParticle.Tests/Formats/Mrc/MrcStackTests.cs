using SingleParticle.Formats;
using SingleParticle.Formats.Mrc;
using Testing;

namespace SingleParticle.Tests.Formats.Mrc;

public sealed class MrcStackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(MrcMode.Float32)]
    [InlineData(MrcMode.Float16)]
    public void Gives_many_threads_the_images_they_ask_for(MrcMode mode)
    {
        const int imageCount = 200;
        using var stack = MrcStack.Open(WriteStack(imageCount, mode));

        Parallel.For(0, 4000, step =>
        {
            var index = step * 37 % imageCount;
            var image = new float[stack.PixelCount];
            stack.ReadImage(index, image);
            if (image.Any(pixel => pixel != index))
                throw new InvalidOperationException($"image {index} holds another image's pixels");
        });
    }

    [Fact]
    public void Refuses_an_index_or_a_span_that_does_not_fit()
    {
        using var stack = MrcStack.Open(WriteStack(3, MrcMode.Float32));

        FluentActions.Invoking(() => stack.ReadImage(3, new float[81])).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => stack.ReadImage(-1, new float[81])).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => stack.ReadImage(0, new float[80])).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Names_the_image_that_vanished_while_the_stack_was_open()
    {
        var path = WriteStack(3, MrcMode.Float16);
        using var stack = MrcStack.Open(path);
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
            file.SetLength(1500);

        FluentActions.Invoking(() => stack.ReadImage(2, new float[81])).Should().Throw<DataFileException>()
            .Which.Location.Should().Be("image 2 (0-based)");
    }

    [Fact]
    public void Is_closed_once_disposed()
    {
        var stack = MrcStack.Open(WriteStack(3, MrcMode.Float32));
        stack.Dispose();

        FluentActions.Invoking(() => stack.ReadImage(0, new float[81])).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public void Reads_a_half_float_image_of_RELION()
    {
        using var stack = MrcStack.Open(MrcFixture.Find("real/float16.mrc"));
        var image = new float[stack.PixelCount];
        stack.ReadImage(0, image);

        (stack.ImageCount, stack.WidthPixels, stack.HeightPixels).Should().Be((1, 64, 64));
        stack.PixelSizeAngstrom.Should().BeApproximately(230.1 / 64, 1e-5);
        (image.Min(), image.Max()).Should().Be((-4.33984375f, 3.8203125f), "so Python's half floats say; the header's are of another crop");
        image[..4].Should().Equal(-0.364501953125f, 0.39111328125f, 0.374267578125f, 0.244384765625f);
    }

    [SharedDataFact("data/smoke/stack.mrcs")]
    public void Streams_the_simulated_particles()
    {
        using var stack = MrcStack.Open(SharedData.Require("data/smoke/stack.mrcs"));
        var image = new float[stack.PixelCount];
        var mean = 0.0;
        for (var index = 0; index < stack.ImageCount; index++)
        {
            stack.ReadImage(index, image);
            mean += image.Average() / stack.ImageCount;
        }

        mean.Should().BeApproximately(stack.Header.Statistics.Mean, 1e-2);
    }

    private string WriteStack(int imageCount, MrcMode mode)
    {
        var path = _folder.File("stack.mrcs");
        using var writer = MrcStackWriter.Create(path, 9, 1.5, mode);
        var image = new float[81];
        for (var index = 0; index < imageCount; index++)
        {
            Array.Fill(image, index);
            writer.Append(image);
        }

        writer.Complete();
        return path;
    }
}
