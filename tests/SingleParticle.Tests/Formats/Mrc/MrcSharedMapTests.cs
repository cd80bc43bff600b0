using SingleParticle.Formats.Mrc;
using Testing;

namespace SingleParticle.Tests.Formats.Mrc;

/// <summary>Real maps, against the statistics that their authors stored.</summary>
public class MrcSharedMapTests
{
    [Theory]
    [InlineData("real/EMD-3197.map", 11.4)]
    [InlineData("real/tiny1.map", 1)]
    [InlineData("real/mergeable_4.map", 1)]
    [InlineData("real/merged_mask.mrc", 1)]
    public void Finds_the_densities_that_the_header_announces(string name, double pixelSize)
    {
        var reading = MrcVolumeReader.ReadWithHeader(MrcFixture.Find(name));

        reading.Volume.PixelSizeAngstrom.Should().Be(pixelSize);
        reading.Volume.Values.Min().Should().Be(reading.Header.Statistics.Minimum);
        reading.Volume.Values.Max().Should().Be(reading.Header.Statistics.Maximum);
        reading.Volume.Values.Average().Should().BeApproximately(reading.Header.Statistics.Mean, 1e-4f);
    }

    [SharedDataFact("fixtures/mrc/real/emd_1832.map")]
    public void Keeps_a_start_that_marks_the_centre()
    {
        var volume = MrcVolumeReader.Read(MrcFixture.Find("real/emd_1832.map"));

        volume.StartVoxels.Should().Be((-32, -32, -32));
        volume.PixelSizeAngstrom.Should().Be(5.7);
    }

    [SharedDataFact("fixtures/mrc/real/EMD-3001.map")]
    public void Finds_the_densities_of_an_oblique_cell_in_axis_order_3_1_2()
    {
        var grid = MrcGridReader.Read(MrcFixture.Find("real/EMD-3001.map"));

        (grid.ColumnCount, grid.RowCount, grid.SectionCount).Should().Be((43, 25, 73));
        grid.Values.Max().Should().Be(0.72161025f);
    }

    [Fact]
    public void Brings_axis_order_2_3_1_of_a_packed_ccp4_map_to_x_y_z()
    {
        var path = MrcFixture.Find("real/iota_yzx.ccp4.gz");
        var grid = MrcGridReader.Read(path);

        (grid.ColumnCount, grid.RowCount, grid.SectionCount).Should().Be((4, 1, 2));
        MrcHeaderReader.Read(path).PixelSizeAngstrom.Should().Be((30.0, 22.0, 20.0));
    }
}
