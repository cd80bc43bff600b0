using SingleParticle.Formats;
using SingleParticle.Formats.Cs;
using Testing;

namespace SingleParticle.Tests.Formats.Cs;

public sealed class CsReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_a_real_export_of_no_rows_and_a_hundred_fields()
    {
        var table = CsReader.Read(CsFixture.File("empty_4k_dataset.cs"));

        table.RowCount.Should().Be(0);
        table.Columns.Should().HaveCount(106);
        table.Slots.Should().StartWith(["alignments3D", "quality_stats", "alignments2D"]).And.EndWith("pick_stats");
        table.Find("alignments3D/pose")!.Description.Should().Be("<f4 (3)");
        table.Find("location/micrograph_path")!.Type.Code.Should().Be("|S1");
        table.Columns[^1].EndOffset.Should().Be(table.Records.RecordByteCount).And.BeGreaterThan(400);
    }

    [Theory]
    [InlineData("empty_4k_dataset.cs")]
    [InlineData("stream_lz4.cs")]
    [InlineData("stream_lz4_as_npy.cs")]
    public void The_header_alone_tells_rows_columns_and_slots(string name)
    {
        var table = CsReader.Read(CsFixture.File(name));

        var header = CsReader.ReadHeader(CsFixture.File(name));

        (header.SourcePath, header.RowCount).Should().Be((table.SourcePath, table.RowCount));
        header.ColumnNames.Should().Equal(table.Columns.Select(column => column.Name));
        header.Slots.Should().Equal(table.Slots);
    }

    [Theory]
    [InlineData("stream_lz4.cs", 4000)]
    [InlineData("stream_lz4_as_npy.cs", 9000)]
    public void A_file_cut_short_is_refused_by_its_header(string name, int byteCount)
    {
        var path = Write(name, File.ReadAllBytes(CsFixture.File(name))[..byteCount]);

        FluentActions.Invoking(() => CsReader.ReadHeader(path)).Should().Throw<DataFileException>().WithMessage($"*{name}*truncated*");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Reads_packed_records_whatever_the_version_and_padding_of_the_header(byte version)
    {
        byte[] records = [1, 0, 0, 0, 0, 0, 0, 128, (byte)'a', 0, 0, 7, 0, 0, 0x80, 0x3F, 255, 255, 255, 255, 255, 255, 255, 255, (byte)'x',
            (byte)'y', (byte)'z', 8, 0, 0, 0, 0xC0];
        var header = CsFixture.Header("[('uid', '<u8'), ('blob/path', '|S3'), ('blob/idx', '|u1'), ('blob/psize_A', '<f4')]", 2);

        var table = CsReader.Read(Write("packed.cs", CsFixture.Npy(header, records, version)));

        var uid = CsField.Open(table, "uid", CsFieldKind.Integer);
        var path = CsField.Open(table, "blob/path", CsFieldKind.Text);
        var pixelSize = CsField.Open(table, "blob/psize_A", CsFieldKind.Number);
        uid.Integer(0).Should().Be(0x8000000000000001);
        uid.Integer(1).Should().Be(ulong.MaxValue);
        path.Text(0).Should().Be("a");
        path.Text(1).Should().Be("xyz");
        CsField.Open(table, "blob/idx", CsFieldKind.Integer).Integer(1).Should().Be(8);
        pixelSize.Number(0).Should().Be(1);
        pixelSize.Number(1).Should().Be(-2);
    }

    [Fact]
    public void Reads_every_kind_of_number()
    {
        var values = new byte[][]
        {
            BitConverter.GetBytes(-2.5), BitConverter.GetBytes((Half)0.5f), BitConverter.GetBytes((short)-3), [unchecked((byte)-4)],
            BitConverter.GetBytes(-5L), BitConverter.GetBytes(-6), BitConverter.GetBytes((ushort)65535),
            BitConverter.GetBytes(4000000000u), [1],
        };
        var descr = "[('a', '<f8'), ('b', '<f2'), ('c', '<i2'), ('d', '|i1'), ('e', '<i8'), ('f', '<i4'), "
            + "('g', '<u2'), ('h', '<u4'), ('i', '|b1')]";

        var table = CsReader.Read(Write("numbers.cs", CsFixture.Npy(CsFixture.Header(descr, 1), [.. values.SelectMany(bytes => bytes)])));

        table.Columns.Select(column => CsField.Open(table, column.Name, CsFieldKind.Number).Number(0))
            .Should().Equal(-2.5, 0.5, -3, -4, -5, -6, 65535, 4000000000, 1);
    }

    [Fact]
    public void Reads_the_compressed_container_as_the_same_rows_as_npy()
    {
        var compressed = CsReader.Read(CsFixture.File("stream_lz4.cs"));
        var plain = CsReader.Read(CsFixture.File("stream_lz4_as_npy.cs"));

        compressed.RowCount.Should().Be(300);
        compressed.Columns.Should().Equal(plain.Columns);
        for (var row = 0; row < plain.RowCount; row++)
            compressed.Records[row].SequenceEqual(plain.Records[row]).Should().BeTrue($"row {row} must be the same");
    }

    [Fact]
    public void Refuses_a_compressed_file_cut_anywhere()
    {
        var whole = File.ReadAllBytes(CsFixture.File("stream_lz4.cs"));
        for (var length = 0; length < whole.Length; length += 37)
        {
            var path = Write("cut.cs", whole[..length]);
            FluentActions.Invoking(() => CsReader.Read(path)).Should().Throw<DataFileException>($"only {length} bytes are left");
        }
    }

    [Fact]
    public void Reads_the_stream_container_without_compression_and_without_rows()
    {
        const string Header = """{"length": 2, "dtype": [["uid", "<u8"], ["blob/path", "|O"], ["blob/shape", "<u4", [2]]], "compression": null, "compressed_fields": []}""";
        byte[] column = [1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0];
        byte[] size = [16, 0, 0, 0];

        var table = CsReader.Read(
            Write("plain.cs", Stream(Header, [.. size, .. column, .. size, .. column, .. size, .. column, 0, .. "ab"u8, 0])));

        CsField.Open(table, "blob/path", CsFieldKind.Text).Text(0).Should().Be("ab");
        CsField.Open(table, "blob/path", CsFieldKind.Text).Text(1).Should().BeEmpty();
        CsField.Open(table, "blob/shape", CsFieldKind.Integer, 2).Integer(1).Should().Be(3);
        CsReader.Read(Write("none.cs", Stream(Header.Replace("2,", "0,", StringComparison.Ordinal), []))).RowCount.Should().Be(0);
    }

    [Theory]
    [InlineData("""{"length": 1, "dtype": [["uid", "<u8"]], "compression": "zstd", "compressed_fields": []}""", "compression 'zstd' is not read")]
    [InlineData("""{"length": 1, "dtype": [["uid", ">u8"]], "compression": null, "compressed_fields": []}""", "uid: *big-endian")]
    [InlineData("""{"dtype": []}""", "header: cannot be read")]
    [InlineData("""[1, 2]""", "header: cannot be read")]
    [InlineData("""{"length": 1, "dtype": [["path", "|O"]], "compression": null, "compressed_fields": []}""", "path: a text begins at byte 9 of a string heap of 0")]
    [InlineData("""{"length": 2, "dtype": [["uid", "<u8"]], "compression": null, "compressed_fields": []}""", "uid: the column has 8 bytes, expected 16")]
    [InlineData("""{"length": 2, "dtype": [["uid", "<u8"]], "compression": "lz4", "compressed_fields": ["uid"]}""", "uid: not one raw LZ4 block of 16 bytes")]
    public void Names_what_is_wrong_in_the_stream_container(string header, string reason)
    {
        var path = Write("stream.cs", Stream(header, [8, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0]));
        FluentActions.Invoking(() => CsReader.Read(path)).Should().Throw<DataFileException>()
            .WithMessage($"*stream.cs {reason.TrimStart()}*".Replace("cs compression", "cs*compression"));
    }

    [Theory]
    [InlineData("[('uid', '|O')]", "pickle")]
    [InlineData("[('uid', '>u8')]", "big-endian")]
    [InlineData("[('uid', '<q8')]", "not known")]
    [InlineData("[('uid', [('a', '<u8')])]", "nested")]
    [InlineData("'<u8'", "plain array")]
    [InlineData("[('uid', '<u8', (-1,))]", "shape")]
    public void Names_a_field_it_cannot_read(string descr, string reason)
    {
        var path = Write("odd.cs", CsFixture.Npy(CsFixture.Header(descr, 1), new byte[8]));
        FluentActions.Invoking(() => CsReader.Read(path)).Should().Throw<DataFileException>().WithMessage($"*odd.cs*{reason}*");
    }

    [Fact]
    public void Refuses_columns_in_fortran_order()
    {
        var path = Write("fortran.cs", CsFixture.Npy(CsFixture.Header("[('uid', '<u8')]", 1, "True"), new byte[8]));
        FluentActions.Invoking(() => CsReader.Read(path)).Should().Throw<DataFileException>()
            .WithMessage("*fortran_order is True*C order*");
    }

    [Theory]
    [InlineData(15, "truncated")]
    [InlineData(17, "does not fit")]
    public void Refuses_records_that_are_not_as_long_as_the_header_says(int byteCount, string reason)
    {
        var path = Write("lying.cs", CsFixture.Npy(CsFixture.Header("[('uid', '<u8')]", 2), new byte[byteCount]));
        FluentActions.Invoking(() => CsReader.Read(path)).Should().Throw<DataFileException>()
            .WithMessage($"*lying.cs records*2 rows of 8 bytes = 16 bytes, found {byteCount}*{reason}*");
    }

    [Theory]
    [InlineData(new byte[0], "empty")]
    [InlineData(new byte[] { 0x80, 4, 0x95, 1, 2, 3, 4 }, "starts with 800495")]
    [InlineData(new byte[] { 0x94, 0x43, 0x53, 0x44, 0x41, 0x54, 0 }, "Snappy")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 0, 0 }, "zip")]
    [InlineData(new byte[] { 0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1 }, "ends inside")]
    [InlineData(new byte[] { 0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 9, 0, 1, 0, 0, 0 }, "version 9")]
    [InlineData(new byte[] { 0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0, 255, 255, 32, 32 }, "65535 bytes long but only 2 follow")]
    [InlineData(new byte[] { 0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0, 2, 0, 123, 39 }, "cannot be read")]
    public void Says_what_a_file_is_that_is_no_data_set(byte[] bytes, string reason)
    {
        var path = Write("other.cs", bytes);
        FluentActions.Invoking(() => CsReader.Read(path)).Should().Throw<DataFileException>().WithMessage($"*other.cs*{reason}*");
    }

    [Theory]
    [InlineData("psize", CsFieldKind.Number, 1, "*fields.cs psize: the field is missing; expected f4 or f8*")]
    [InlineData("idx", CsFieldKind.Number, 2, "*fields.cs idx: found dtype <u4, expected f4 or f8 (2)*")]
    [InlineData("name", CsFieldKind.Text, 1, "*fields.cs name: found dtype <U2, expected |S;*unicode*astype('S')*")]
    [InlineData("pose", CsFieldKind.Integer, 3, "*fields.cs pose: found dtype <f4 (3), expected u4 or u8 (3)*")]
    public void Names_file_field_found_and_expected_type(string field, CsFieldKind kind, int count, string message)
    {
        var header = CsFixture.Header("[('idx', '<u4'), ('name', '<U2'), ('pose', '<f4', (3,))]", 1);
        var table = CsReader.Read(Write("fields.cs", CsFixture.Npy(header, new byte[24])));
        FluentActions.Invoking(() => CsField.Open(table, field, kind, count)).Should().Throw<DataFileException>().WithMessage(message);
    }

    private static byte[] Stream(string header, byte[] rest)
    {
        var json = System.Text.Encoding.UTF8.GetBytes(header);
        return [0x95, .. "CSDAT"u8, .. BitConverter.GetBytes(json.Length), .. json, .. rest];
    }

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder.File(name), bytes);
        return _folder.File(name);
    }
}
