using System.IO.Compression;
using ICSharpCode.SharpZipLib.BZip2;
using SingleParticle.Formats;
using SingleParticle.Formats.Mrc;
using Testing;

namespace SingleParticle.Tests.Formats.Mrc;

/// <summary>Packed maps are read like plain ones, and their lies are found out.</summary>
public sealed class MrcCompressionTests : IDisposable
{
    private static readonly float[] Ramp = [.. Enumerable.Range(0, 64).Select(value => (float)value)];
    private static readonly byte[] Plain = new MrcFileBuilder(4, 4, 4).Floats(Ramp).Build();

    private readonly TemporaryFolder _folder = new();

    public enum Packing
    {
        Gzip,
        Bzip2,
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Packing.Gzip)]
    [InlineData(Packing.Bzip2)]
    public void Reads_a_packed_map_whatever_its_name(Packing packing) =>
        MrcVolumeReader.Read(Write(Pack(packing, Plain))).Values.Should().Equal(Ramp);

    [Theory]
    [InlineData(Packing.Gzip)]
    [InlineData(Packing.Bzip2)]
    public void Reads_members_packed_in_parallel_one_after_another(Packing packing) =>
        MrcVolumeReader.Read(Write([.. Pack(packing, Plain[..1100]), .. Pack(packing, Plain[1100..])])).Values.Should().Equal(Ramp);

    [Theory]
    [InlineData(Packing.Gzip, 1279)]
    [InlineData(Packing.Bzip2, 1279)]
    [InlineData(Packing.Gzip, 1281)]
    [InlineData(Packing.Bzip2, 1281)]
    public void Refuses_packed_content_of_a_length_that_the_header_does_not_say(Packing packing, int byteCount)
    {
        var bytes = (byte[])Plain.Clone();
        Array.Resize(ref bytes, byteCount);

        Error(Write(Pack(packing, bytes))).Problem.Should().Contain($"found {byteCount} bytes, expected 1280;");
    }

    [Theory]
    [InlineData(Packing.Gzip)]
    [InlineData(Packing.Bzip2)]
    public void Refuses_a_packed_file_that_was_cut(Packing packing)
    {
        var packed = Pack(packing, Plain);

        Error(Write(packed[..(packed.Length / 2)])).Problem.Should().MatchRegex("damaged|expected");
    }

    [Theory]
    [InlineData(Packing.Gzip)]
    [InlineData(Packing.Bzip2)]
    public void Refuses_a_packed_file_that_was_damaged(Packing packing)
    {
        var packed = Pack(packing, Plain);
        packed.AsSpan(packed.Length / 3, 20).Fill(0xFF);

        Error(Write(packed)).Problem.Should().MatchRegex("damaged|expected");
    }

    [Fact]
    public void Finds_out_a_lying_packed_header_before_claiming_memory()
    {
        var liar = new MrcFileBuilder(1024, 1024, 1024).Floats(Ramp).Build();

        Error(Write(Pack(Packing.Gzip, liar))).Location.Should().Be("header NX, NY, NZ, MODE, NSYMBT");
    }

    private static byte[] Pack(Packing packing, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (Stream packer = packing == Packing.Gzip ? new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true) : Bzip2(packed))
            packer.Write(bytes);
        return packed.ToArray();
    }

    private static BZip2OutputStream Bzip2(Stream packed) => new(packed) { IsStreamOwner = false };

    private static DataFileException Error(string path) =>
        FluentActions.Invoking(() => MrcVolumeReader.Read(path)).Should().Throw<DataFileException>().Which;

    private string Write(byte[] bytes)
    {
        File.WriteAllBytes(_folder.File("packed.map"), bytes);
        return _folder.File("packed.map");
    }
}
