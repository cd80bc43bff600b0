using System.Buffers.Binary;
using System.Text;
using SingleParticle.Formats.Mrc;
using SingleParticle.Volumes;
using Testing;

namespace SingleParticle.Tests.Formats.Mrc;

public sealed class MrcWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_volume_comes_back_bit_by_bit(int seed)
    {
        var volume = RandomVolume(seed);
        MrcVolumeWriter.Write(_folder.File("map.mrc"), volume);
        var reading = MrcVolumeReader.ReadWithHeader(_folder.File("map.mrc"));

        reading.Volume.Values.Should().Equal(volume.Values);
        reading.Volume.PixelSizeAngstrom.Should().Be(volume.PixelSizeAngstrom);
        reading.Volume.OriginAngstrom.Should().Be(volume.OriginAngstrom);
        reading.Volume.StartVoxels.Should().Be(volume.StartVoxels);
        reading.Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void A_half_float_volume_comes_back_as_the_nearest_half_floats(int seed)
    {
        var volume = RandomVolume(seed);
        MrcVolumeWriter.Write(_folder.File("map.mrc"), volume, MrcMode.Float16);

        MrcVolumeReader.Read(_folder.File("map.mrc")).Values.Should().Equal(volume.Values.Select(value => (float)(Half)value));
    }

    [Theory]
    [InlineData(MrcMode.Float32)]
    [InlineData(MrcMode.Float16)]
    public void A_stack_comes_back_image_by_image_and_without_warnings(MrcMode mode)
    {
        var images = Enumerable.Range(0, 5).Select(seed => RandomValues(seed, 49)).ToArray();
        WriteStack("stack.mrcs", images, mode);
        using var stack = MrcStack.Open(_folder.File("stack.mrcs"));

        (stack.ImageCount, stack.WidthPixels, stack.HeightPixels).Should().Be((5, 7, 7));
        stack.PixelSizeAngstrom.Should().Be(1.1);
        stack.Warnings.Should().BeEmpty();
        var image = new float[49];
        for (var index = 0; index < 5; index++)
        {
            stack.ReadImage(index, image);
            image.Should().Equal(images[index].Select(value => mode == MrcMode.Float16 ? (float)(Half)value : value));
        }
    }

    [Theory]
    [InlineData(MrcMode.Float32, 0)]
    [InlineData(MrcMode.Float16, 0)]
    [InlineData(MrcMode.Float32, 30000)]
    public void States_the_statistics_of_what_a_reader_finds(MrcMode mode, float offset)
    {
        var images = Enumerable.Range(0, 5)
            .Select(seed => Array.ConvertAll(RandomValues(seed, 49), value => value + seed + offset))
            .ToArray();
        WriteStack("stack.mrcs", images, mode);

        var stored = images.SelectMany(image => image).Select(value => mode == MrcMode.Float16 ? (double)(Half)value : value).ToArray();
        var mean = stored.Average();
        var rms = Math.Sqrt(stored.Average(value => (value - mean) * (value - mean)));
        MrcHeaderReader.Read(_folder.File("stack.mrcs")).Statistics.Should()
            .Be(new MrcStatistics((float)stored.Min(), (float)stored.Max(), (float)mean, (float)rms));
    }

    [Fact]
    public void Lays_out_a_volume_header_as_MRC2014_says()
    {
        MrcVolumeWriter.Write(_folder.File("map.mrc"), RandomVolume(7));
        var bytes = File.ReadAllBytes(_folder.File("map.mrc"));

        Words(bytes, 1, 10).Should().Equal(6, 6, 6, 2, -3, -3, -3, 6, 6, 6);
        Words(bytes, 17, 3).Should().Equal(1, 2, 3);
        Words(bytes, 23, 2).Should().Equal(1, 0);
        Words(bytes, 28, 1).Should().Equal(20141);
        Encoding.ASCII.GetString(bytes, 208, 4).Should().Be("MAP ");
        bytes[212..216].Should().Equal(0x44, 0x44, 0, 0);
        Words(bytes, 56, 1).Should().Equal(1);
        Encoding.ASCII.GetString(bytes, 224, 80).Should().Be("Written by SingleParticle".PadRight(80));
        BitConverter.Int32BitsToSingle(Words(bytes, 11, 1)[0]).Should().Be(6 * 3.2f);
    }

    [Fact]
    public void Marks_a_stack_by_space_group_0_and_one_interval_in_z()
    {
        WriteStack("stack.mrcs", [RandomValues(1, 49), RandomValues(2, 49)], MrcMode.Float16);
        var bytes = File.ReadAllBytes(_folder.File("stack.mrcs"));

        Words(bytes, 1, 4).Should().Equal(7, 7, 2, 12);
        Words(bytes, 8, 3).Should().Equal(7, 7, 1);
        Words(bytes, 23, 1).Should().Equal(0);
        bytes.Length.Should().Be(1024 + 2 * 49 * 2);
    }

    [Fact]
    public void Writes_the_same_bytes_every_time()
    {
        MrcVolumeWriter.Write(_folder.File("a.mrc"), RandomVolume(8));
        MrcVolumeWriter.Write(_folder.File("b.mrc"), RandomVolume(8));

        File.ReadAllBytes(_folder.File("a.mrc")).Should().Equal(File.ReadAllBytes(_folder.File("b.mrc")));
    }

    [Fact]
    public void Leaves_nothing_and_spares_the_older_file_when_not_completed()
    {
        var path = _folder.Write("stack.mrcs", "older");
        using (var writer = MrcStackWriter.Create(path, 7, 1.1))
            writer.Append(RandomValues(1, 49));

        Directory.GetFiles(_folder.FullPath).Should().Equal(path);
        File.ReadAllText(path).Should().Be("older");
    }

    [Fact]
    public void Replaces_the_older_file_on_completion_and_leaves_no_other()
    {
        var path = _folder.Write("stack.mrcs", "older");
        WriteStack("stack.mrcs", [RandomValues(1, 49)], MrcMode.Float32);

        Directory.GetFiles(_folder.FullPath).Should().Equal(path);
        new FileInfo(path).Length.Should().Be(1024 + 49 * 4);
    }

    [Theory]
    [InlineData(float.NaN, MrcMode.Float32, "not a number")]
    [InlineData(float.PositiveInfinity, MrcMode.Float16, "not a number")]
    [InlineData(70000f, MrcMode.Float16, "65504")]
    public void Refuses_densities_that_cannot_be_stored_and_leaves_nothing(float density, MrcMode mode, string reason)
    {
        var values = new float[27];
        values[20] = density;

        FluentActions.Invoking(() => MrcVolumeWriter.Write(_folder.File("map.mrc"), new Volume(3, 1, values), mode))
            .Should().Throw<ArgumentException>().WithMessage($"*{reason}*");
        Directory.GetFiles(_folder.FullPath).Should().BeEmpty();
    }

    [Fact]
    public void Refuses_what_makes_no_stack()
    {
        FluentActions.Invoking(() => MrcStackWriter.Create(_folder.File("s.mrcs"), 7, 1.1, MrcMode.Int16))
            .Should().Throw<ArgumentOutOfRangeException>();
        using var writer = MrcStackWriter.Create(_folder.File("s.mrcs"), 7, 1.1);
        writer.Invoking(stack => stack.Append(new float[48])).Should().Throw<ArgumentException>();
        writer.Invoking(stack => stack.Complete()).Should().Throw<InvalidOperationException>();
        writer.Append(new float[49]);
        writer.Complete();
        writer.Invoking(stack => stack.Append(new float[49])).Should().Throw<ObjectDisposedException>();
    }

    private static int[] Words(byte[] bytes, int first, int count) =>
        [.. Enumerable.Range(first - 1, count).Select(word => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(word * 4)))];

    private static Volume RandomVolume(int seed) => new(6, 3.2, RandomValues(seed, 216))
    {
        OriginAngstrom = (-9.5, 0.25, 4),
        StartVoxels = (-3, -3, -3),
    };

    // Densities of every size from subnormal halves to some thousands.
    private static float[] RandomValues(int seed, int count)
    {
        var random = new Random(seed);
        var values = new float[count];
        for (var index = 0; index < count; index++)
            values[index] = (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-7, 5)));
        return values;
    }

    private void WriteStack(string name, float[][] images, MrcMode mode)
    {
        using var writer = MrcStackWriter.Create(_folder.File(name), 7, 1.1, mode);
        foreach (var image in images)
            writer.Append(image);
        writer.Complete();
    }
}
