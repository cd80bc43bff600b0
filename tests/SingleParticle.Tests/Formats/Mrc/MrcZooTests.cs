using SingleParticle.Formats.Mrc;

namespace SingleParticle.Tests.Formats.Mrc;

/// <summary>One volume in every mode, byte order, axis order and packing gives the same densities.</summary>
public class MrcZooTests
{
    [Theory]
    [InlineData("axes_123.mrc")]
    [InlineData("axes_132.mrc")]
    [InlineData("axes_213.mrc")]
    [InlineData("axes_231.mrc")]
    [InlineData("axes_312.mrc")]
    [InlineData("axes_321.mrc")]
    [InlineData("ext_header_4096.mrc")]
    [InlineData("origin_start.mrc")]
    [InlineData("vol_f2_be.mrc")]
    [InlineData("vol_f2_le.mrc")]
    [InlineData("vol_f4_be.mrc")]
    [InlineData("vol_f4_le.mrc")]
    [InlineData("vol_f4_le.mrc.bz2")]
    [InlineData("vol_f4_le.mrc.gz")]
    [InlineData("vol_i2_be.mrc")]
    [InlineData("vol_i2_le.mrc")]
    [InlineData("vol_u2_be.mrc")]
    [InlineData("vol_u2_le.mrc")]
    public void Reads_the_same_densities_from_every_encoding(string name)
    {
        var grid = MrcGridReader.Read(MrcFixture.Find("zoo/" + name));

        (grid.ColumnCount, grid.RowCount, grid.SectionCount).Should().Be((7, 6, 5));
        grid.Values.Should().Equal(MrcFixture.ZooValues());
    }

    [Theory]
    [InlineData("vol_i1_be.mrc")]
    [InlineData("vol_i1_le.mrc")]
    public void Reads_bytes(string name)
    {
        var grid = MrcGridReader.Read(MrcFixture.Find("zoo/" + name));

        grid.Values.Should().Equal(MrcFixture.ZooValues().Select(value => MathF.Floor(value / 5)));
    }

    [Theory]
    [InlineData("vol_f2_be.mrc")]
    [InlineData("vol_f2_le.mrc")]
    [InlineData("vol_f4_be.mrc")]
    [InlineData("vol_f4_le.mrc")]
    [InlineData("vol_i2_be.mrc")]
    [InlineData("vol_i2_le.mrc")]
    [InlineData("vol_u2_be.mrc")]
    [InlineData("vol_u2_le.mrc")]
    [InlineData("stack_f4.mrcs")]
    [InlineData("ext_header_4096.mrc")]
    public void Streams_the_same_images_in_any_order(string name)
    {
        using var stack = MrcStack.Open(MrcFixture.Find("zoo/" + name));
        var image = new float[stack.PixelCount];
        foreach (var index in new[] { 3, 0, 4, 2, 1, 3 })
        {
            stack.ReadImage(index, image);
            image.Should().Equal(MrcFixture.ZooValues().Skip(index * 42).Take(42));
        }
    }

    [Theory]
    [InlineData("axes_132.mrc")]
    [InlineData("axes_231.mrc")]
    [InlineData("axes_312.mrc")]
    public void Gives_cell_and_pixel_size_along_the_axes_of_the_map(string name)
    {
        var header = MrcHeaderReader.Read(MrcFixture.Find("zoo/" + name));

        header.PixelSizeAngstrom.Should().Be((1.5, 1.5, 1.5));
        header.SampleCount.Should().Be((7, 6, 5));
    }

    [Fact]
    public void Keeps_origin_and_start()
    {
        var header = MrcHeaderReader.Read(MrcFixture.Find("zoo/origin_start.mrc"));

        header.OriginAngstrom.Should().Be((10.0, 20.0, 30.0));
        header.StartVoxels.Should().Be((-3, -2, -1));
        header.PixelSizeAngstrom.Should().Be((1.25, 1.25, 1.25));
    }

    [Fact]
    public void Keeps_the_extended_header()
    {
        var path = MrcFixture.Find("zoo/ext_header_4096.mrc");
        var header = MrcHeaderReader.Read(path);

        header.ExtendedHeader.ToArray().Should().Equal(File.ReadAllBytes(path)[1024..5120]);
    }

    [Fact]
    public void Takes_the_pixel_size_of_a_stack_with_one_interval_in_z()
    {
        using var stack = MrcStack.Open(MrcFixture.Find("zoo/stack_f4.mrcs"));

        stack.PixelSizeAngstrom.Should().Be(2);
        stack.Header.PixelSizeAngstrom.Should().Be((2.0, 2.0, 2.0));
        stack.Warnings.Should().BeEmpty();
    }
}
