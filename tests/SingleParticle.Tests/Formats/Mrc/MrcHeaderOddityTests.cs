using SingleParticle.Formats;
using SingleParticle.Formats.Mrc;
using Testing;

namespace SingleParticle.Tests.Formats.Mrc;

/// <summary>Headers as other programs really write them, each read with a warning or refused by field.</summary>
public sealed class MrcHeaderOddityTests : IDisposable
{
    private static readonly float[] Ramp = [.. Enumerable.Range(0, 64).Select(value => (float)value)];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reads_a_file_without_any_stamp_by_its_content(bool bigEndian)
    {
        var reading = Read(Cube(bigEndian).WithoutMapStamp());

        reading.Volume.Values.Should().Equal(Ramp);
        ShouldWarn(reading.Warnings, "MACHST", "MAP");
    }

    [Fact]
    public void Believes_the_content_more_than_a_wrong_machine_stamp()
    {
        var reading = Read(Cube(bigEndian: true).Stamp(0x44, 0x44));

        reading.Volume.Values.Should().Equal(Ramp);
        ShouldWarn(reading.Warnings, "MACHST");
    }

    [Fact]
    public void Warns_of_statistics_that_were_never_determined()
    {
        var reading = Read(Cube().Single(20, 0, -1, -2).Single(55, -1));

        reading.Header.Statistics.Should().Be(new MrcStatistics(0, -1, -2, -1));
        ShouldWarn(reading.Warnings, "DMIN, DMAX, DMEAN, RMS");
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(-8, -8, -8)]
    [InlineData(float.NaN, 8, 8)]
    public void Does_not_know_the_pixel_size_of_a_meaningless_cell(float x, float y, float z)
    {
        var path = Cube().Single(11, x, y, z).Write(_folder.File("cell.mrc"));

        MrcHeaderReader.Read(path).PixelSizeAngstrom.Should().BeNull();
        MrcVolumeReader.Read(path).PixelSizeAngstrom.Should().Be(1);
        var reading = MrcVolumeReader.ReadWithHeader(path, fallbackPixelSizeAngstrom: 3.2);
        reading.Volume.PixelSizeAngstrom.Should().Be(3.2);
        ShouldWarn(reading.Warnings, "CELLA", "CELLA");
    }

    [Fact]
    public void Takes_a_volume_with_one_interval_in_z_by_its_space_group()
    {
        var reading = Read(Cube().Int32(8, 4, 4, 1));

        reading.Volume.PixelSizeAngstrom.Should().Be(2);
        ShouldWarn(reading.Warnings, "MZ");
    }

    [Theory]
    [InlineData(12.8f, 3.2)]
    [InlineData(3.2f, 3.2)]
    public void Tells_a_cell_of_one_voxel_from_a_cell_of_the_whole_grid(float cell, double pixelSize)
    {
        var reading = Read(Cube().Int32(8, 1, 1, 1).Single(11, cell, cell, cell));

        reading.Volume.PixelSizeAngstrom.Should().Be(pixelSize);
        ShouldWarn(reading.Warnings, "MX, MY, MZ");
    }

    [Fact]
    public void Uses_the_sample_counts_for_missing_intervals()
    {
        var reading = Read(Cube().Int32(8, 0, 0, 0));

        reading.Volume.PixelSizeAngstrom.Should().Be(2);
        ShouldWarn(reading.Warnings, "MX, MY, MZ");
    }

    [Fact]
    public void Uses_the_pixel_size_of_x_for_a_cell_without_height()
    {
        var reading = Read(Cube().Single(11, 8, 8, 0));

        reading.Volume.PixelSizeAngstrom.Should().Be(2);
        ShouldWarn(reading.Warnings, "CELLA");
    }

    [Fact]
    public void Reads_a_volume_whose_voxels_are_not_quite_cubes_with_their_mean()
    {
        var reading = Read(Cube().Single(11, 8, 8, 8.03f));

        reading.Volume.PixelSizeAngstrom.Should().BeApproximately(2.0025, 1e-6);
        ShouldWarn(reading.Warnings, "CELLA");
    }

    [Fact]
    public void Skips_an_extended_header_of_900_kB()
    {
        var extended = Enumerable.Range(0, 900_000).Select(index => (byte)index).ToArray();
        var path = Cube().Int32(23, 0).Extended(extended, "SERI").Write(_folder.File("serial.mrc"));

        var reading = MrcVolumeReader.ReadWithHeader(path);
        reading.Volume.Values.Should().Equal(Ramp);
        reading.Header.ExtendedHeaderType.Should().Be("SERI");
        reading.Header.ExtendedHeader.Span.SequenceEqual(extended).Should().BeTrue();
        using var stack = MrcStack.Open(path);
        var image = new float[16];
        stack.ReadImage(3, image);
        image.Should().Equal(Ramp[48..]);
    }

    [Fact]
    public void Brings_start_and_signed_bytes_of_axis_order_3_1_2_to_x_y_z()
    {
        var stored = Enumerable.Range(-32, 64).Select(value => (byte)value).ToArray();
        var reading = Read(new MrcFileBuilder(4, 4, 4, mode: 0).Int32(17, 3, 1, 2).Int32(5, 30, 10, 20).Bytes(stored));

        reading.Volume.StartVoxels.Should().Be((10, 20, 30));
        var volume = reading.Volume;
        for (var section = 0; section < 4; section++)
            for (var row = 0; row < 4; row++)
                for (var column = 0; column < 4; column++)
                    volume.Values[volume.IndexOf(x: row, y: section, z: column)].Should().Be(-32 + 16 * section + 4 * row + column);
    }

    [Theory]
    [InlineData(0, 200f)]
    [InlineData(1, -56f)]
    public void Reads_bytes_of_IMOD_unsigned_unless_its_flag_says_signed(int flags, float value)
    {
        var bytes = new byte[64];
        bytes[5] = 200;
        var reading = Read(new MrcFileBuilder(4, 4, 4, mode: 0).Int32(39, 1146047817, flags).Bytes(bytes));

        reading.Volume.Values[5].Should().Be(value);
    }

    [Fact]
    public void Takes_a_missing_axis_order_as_standard()
    {
        var reading = Read(Cube().Int32(17, 0, 0, 0));

        reading.Volume.Values.Should().Equal(Ramp);
        ShouldWarn(reading.Warnings, "MAPC, MAPR, MAPS");
    }

    [Fact]
    public void Reads_ten_labels_where_eleven_are_announced()
    {
        var reading = Read(Cube().Int32(56, 11).Int32(57, 0x64636261));

        reading.Header.Labels.Should().HaveCount(10);
        reading.Header.Labels[0].Should().Be("abcd");
        ShouldWarn(reading.Warnings, "NLABL");
    }

    [Fact]
    public void Takes_an_origin_that_is_no_position_as_zero()
    {
        var reading = Read(Cube().Single(50, float.NaN, 1, 2));

        reading.Volume.OriginAngstrom.Should().Be((0.0, 0.0, 0.0));
        ShouldWarn(reading.Warnings, "ORIGIN");
    }

    [Fact]
    public void A_clean_file_has_no_warnings() => Read(Cube()).Warnings.Should().BeEmpty();

    [Fact]
    public void Reports_every_impossible_field_at_once()
    {
        var path = Cube().Int32(1, 0, -4).Int32(4, 7).Int32(17, 1, 1, 2).Int32(24, -80).Write(_folder.File("impossible.mrc"));

        var read = () => MrcHeaderReader.Read(path);

        read.Should().Throw<DataFileException>().Which.Location.Should().Be("header NX, NY, MODE, NSYMBT, MAPC, MAPR, MAPS");
    }

    private static MrcFileBuilder Cube(bool bigEndian = false) => new MrcFileBuilder(4, 4, 4, bigEndian: bigEndian).Floats(Ramp);

    private static void ShouldWarn(IEnumerable<string> warnings, params string[] fields) =>
        warnings.Select(warning => warning.Split(" header ")[1].Split(':')[0]).Should().Equal(fields);

    private MrcVolumeReading Read(MrcFileBuilder file) => MrcVolumeReader.ReadWithHeader(file.Write(_folder.File("oddity.mrc")));
}
