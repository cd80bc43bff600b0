using System.Text;
using SingleParticle.Collections;
using SingleParticle.Formats.Cs;
using Testing;

namespace SingleParticle.Tests.Formats.Cs;

public sealed class CsWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedDataTheory("data")]
    [InlineData("data/smoke/particles.cs")]
    [InlineData("data/complex64/particles.cs")]
    [InlineData("fixtures/cs/empty_4k_dataset.cs")]
    public void Writes_another_programs_file_with_the_same_header_and_records(string name) => MustComeBack(SharedData.Require(name));

    [Theory]
    [InlineData("empty_4k_dataset.cs")]
    [InlineData("stream_lz4_as_npy.cs")]
    public void Writes_a_fixture_with_the_same_header_and_records(string name) => MustComeBack(CsFixture.File(name));

    [Fact]
    public void Starts_records_at_a_multiple_of_64_bytes_and_leaves_no_other_file()
    {
        var columns = CsTable.Layout([("uid", CsElementType.UInt64, []), ("it's/odd\\name", CsElementType.Float32, [2, 3])]);
        CsWriter.Write(_folder.File("few.cs"), columns, 3, (row, record) => record.Fill((byte)row));

        var bytes = File.ReadAllBytes(_folder.File("few.cs"));
        ((bytes.Length - 3 * 32) % 64).Should().Be(0);
        CsReader.Read(_folder.File("few.cs")).Columns.Should().Equal(columns);
        CsReader.Read(_folder.File("few.cs")).Records[2].ToArray().Should().OnlyContain(value => value == 2);
        Directory.GetFiles(_folder.FullPath).Should().ContainSingle();
    }

    [Fact]
    public void Takes_the_second_header_version_when_the_first_is_too_short()
    {
        var columns = CsTable.Layout(
            Enumerable.Range(0, 4000).Select(index => ($"slot/field_{index}", CsElementType.UInt32, (EquatableArray<int>)[])));
        CsWriter.Write(_folder.File("wide.cs"), columns, 1, (_, _) => { });

        File.ReadAllBytes(_folder.File("wide.cs"))[6].Should().Be(2);
        CsReader.Read(_folder.File("wide.cs")).Columns.Should().HaveCount(4000);
    }

    [Fact]
    public void A_failed_write_leaves_the_old_file()
    {
        var columns = CsTable.Layout([("uid", CsElementType.UInt64, [])]);
        CsWriter.Write(_folder.File("kept.cs"), columns, 1, (_, _) => { });
        var before = File.ReadAllBytes(_folder.File("kept.cs"));

        FluentActions.Invoking(() => CsWriter.Write(_folder.File("kept.cs"), columns, 1, (_, _) => throw new InvalidOperationException()))
            .Should().Throw<InvalidOperationException>();

        File.ReadAllBytes(_folder.File("kept.cs")).Should().Equal(before);
        Directory.GetFiles(_folder.FullPath).Should().ContainSingle();
    }

    private void MustComeBack(string path)
    {
        CsWriter.Write(_folder.File("again.cs"), CsReader.Read(path));
        var (original, written) = (Split(path), Split(_folder.File("again.cs")));
        written.Header.Should().Be(original.Header);
        written.Records.SequenceEqual(original.Records).Should().BeTrue("every record byte must come back");
    }

    private static (string Header, byte[] Records) Split(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var start = 10 + BitConverter.ToUInt16(bytes, 8);
        return (Encoding.Latin1.GetString(bytes[10..start]).TrimEnd(), bytes[start..]);
    }
}
