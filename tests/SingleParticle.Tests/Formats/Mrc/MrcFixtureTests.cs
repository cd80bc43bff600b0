using SingleParticle.Formats;
using SingleParticle.Formats.Mrc;
using Testing;

namespace SingleParticle.Tests.Formats.Mrc;

/// <summary>States for every real and made-up file whether it is read, or which field it is refused for.</summary>
public class MrcFixtureTests
{
    private const string Read = "";

    // File; as a volume: box, or 0 and the field it is refused for; as a stack: image count, or 0 and the field.
    public static TheoryData<string, int, string, int, string> Table { get; } = new()
    {
        { "zoo/axes_123.mrc", 0, "NX, NY, NZ", 5, Read },
        { "zoo/axes_132.mrc", 0, "NX, NY, NZ", 0, "MAPC, MAPR, MAPS" },
        { "zoo/axes_213.mrc", 0, "NX, NY, NZ", 0, "MAPC, MAPR, MAPS" },
        { "zoo/axes_231.mrc", 0, "NX, NY, NZ", 0, "MAPC, MAPR, MAPS" },
        { "zoo/axes_312.mrc", 0, "NX, NY, NZ", 0, "MAPC, MAPR, MAPS" },
        { "zoo/axes_321.mrc", 0, "NX, NY, NZ", 0, "MAPC, MAPR, MAPS" },
        { "zoo/ext_header_4096.mrc", 0, "NX, NY, NZ", 5, Read },
        { "zoo/origin_start.mrc", 0, "NX, NY, NZ", 5, Read },
        { "zoo/singleimage.mrc", 0, "NX, NY, NZ", 1, Read },
        { "zoo/stack_f4.mrcs", 0, "ISPG", 5, Read },
        { "zoo/toolong.mrc", 0, "NSYMBT", 0, "NSYMBT" },
        { "zoo/truncated.mrc", 0, "NSYMBT", 0, "NSYMBT" },
        { "zoo/vol_c8_be.mrc", 0, "MODE", 0, "MODE" },
        { "zoo/vol_c8_le.mrc", 0, "MODE", 0, "MODE" },
        { "zoo/vol_f2_be.mrc", 0, "NX, NY, NZ", 5, Read },
        { "zoo/vol_f2_le.mrc", 0, "NX, NY, NZ", 5, Read },
        { "zoo/vol_f4_be.mrc", 0, "NX, NY, NZ", 5, Read },
        { "zoo/vol_f4_le.mrc", 0, "NX, NY, NZ", 5, Read },
        { "zoo/vol_f4_le.mrc.bz2", 0, "NX, NY, NZ", 0, "bunzip2" },
        { "zoo/vol_f4_le.mrc.gz", 0, "NX, NY, NZ", 0, "gunzip" },
        { "zoo/vol_i1_be.mrc", 0, "NX, NY, NZ", 5, Read },
        { "zoo/vol_i1_le.mrc", 0, "NX, NY, NZ", 5, Read },
        { "zoo/vol_i2_be.mrc", 0, "NX, NY, NZ", 5, Read },
        { "zoo/vol_i2_le.mrc", 0, "NX, NY, NZ", 5, Read },
        { "zoo/vol_u2_be.mrc", 0, "NX, NY, NZ", 5, Read },
        { "zoo/vol_u2_le.mrc", 0, "NX, NY, NZ", 5, Read },
        { "zoo/volstack4d.mrc", 0, "ISPG", 0, "ISPG" },
        { "real/1.mrc", 16, Read, 16, Read },
        { "real/5i55_tiny.ccp4", 0, "CELLB", 0, "MAPC, MAPR, MAPS" },
        { "real/EMD-3197.map", 20, Read, 20, Read },
        { "real/empty1.map", 0, "header", 0, "header" },
        { "real/float16.mrc", 0, "NX, NY, NZ", 1, Read },
        { "real/iota_yzx.ccp4.gz", 0, "NX, NY, NZ", 0, "gunzip" },
        { "real/mergeable_4.map", 10, Read, 10, Read },
        { "real/merged_mask.mrc", 10, Read, 10, Read },
        { "real/test_data_corrupt_header.map", 0, "NX, NY, NZ, MODE, NSYMBT", 0, "NX, NY, NZ, MODE, NSYMBT" },
        { "real/test_mask_bool.mrc", 16, Read, 16, Read },
        { "real/test_mask_dilated_wide.mrc", 16, Read, 0, "ISPG" },
        { "real/tiny1.map", 3, Read, 3, Read },
    };

    public static TheoryData<string, int, string, int, string> LargeTable { get; } = new()
    {
        { "real/EMD-3001.map", 0, "CELLB", 0, "MAPC, MAPR, MAPS" },
        { "real/emd_1832.map", 64, Read, 64, Read },
    };

    [Theory]
    [InlineData("real/1.mrc")]
    [InlineData("real/EMD-3197.map")]
    [InlineData("real/tiny1.map")]
    public void Is_described_by_its_header_as_it_is_read(string name)
    {
        var reading = MrcVolumeReader.ReadWithHeader(MrcFixture.Find(name));

        var described = MrcVolumeReader.Describe(MrcFixture.Find(name));

        described.BoxVoxels.Should().Be(reading.Volume.BoxVoxels);
        (described.PixelSizeAngstrom ?? 1).Should().Be(reading.Volume.PixelSizeAngstrom);
        reading.Warnings.Should().StartWith(described.Warnings);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Reads_each_file_or_refuses_it_naming_file_field_and_remedy(
        string name, int box, string volumeField, int imageCount, string stackField)
    {
        var path = MrcFixture.Find(name);
        Check(path, volumeField, () => MrcVolumeReader.Read(path).BoxVoxels.Should().Be(box));
        Check(path, stackField, () =>
        {
            using var stack = MrcStack.Open(path);
            stack.ImageCount.Should().Be(imageCount);
        });
    }

    [SharedDataTheory("fixtures/mrc/real/emd_1832.map")]
    [MemberData(nameof(LargeTable))]
    public void Reads_each_large_file_or_refuses_it_naming_file_field_and_remedy(
        string name, int box, string volumeField, int imageCount, string stackField) =>
        Reads_each_file_or_refuses_it_naming_file_field_and_remedy(name, box, volumeField, imageCount, stackField);

    [Fact]
    public void Every_fixture_has_its_row()
    {
        var listed = Table.Select(row => (string)row[0]);
        var present = Directory.EnumerateFiles(MrcFixture.Folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(MrcFixture.Folder, path).Replace('\\', '/'))
            .Where(name => name is not ("README.md" or "zoo/expected.npy"));
        listed.Should().BeEquivalentTo(present);
    }

    [SharedDataFact("fixtures/mrc")]
    public void Every_shared_fixture_has_its_row()
    {
        var folder = SharedData.Require("fixtures/mrc");
        var listed = Table.Concat(LargeTable).Select(row => (string)row[0]);
        var present = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(name => name is not "zoo/expected.npy");
        listed.Should().BeEquivalentTo(present);
    }

    private static void Check(string path, string field, Action read)
    {
        if (field == Read)
        {
            read.Should().NotThrow();
            return;
        }

        var error = read.Should().Throw<DataFileException>().Which;
        error.FilePath.Should().Be(path);
        error.Message.Should().Contain(field).And.Contain("expected");
        error.Message.Should().MatchRegex("copy|write|convert|pad|resample|give|run ", "an error says what to do");
    }
}
