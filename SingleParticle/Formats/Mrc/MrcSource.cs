namespace SingleParticle.Formats.Mrc;

/// <summary>An open MRC file, packed or not: its parsed header, and its samples as a stream to be read once.</summary>
internal sealed class MrcSource : IDisposable
{
    private const int ChunkByteCount = 1 << 16;

    // Small, since particle sets name thousands of stacks whose headers alone are read through it; large reads pass it by.
    private const int BufferByteCount = 1 << 14;

    private readonly FileStream _file;
    private readonly Stream _content;

    private MrcSource(string path, FileStream file)
    {
        _file = file;
        Remarks = new MrcRemarks(path);
        Compression = MrcDecompression.Recognise(file);
        _content = MrcDecompression.Unpack(file, Compression);
        Header = ReadHeader();
    }

    public MrcRemarks Remarks { get; }

    public MrcCompression Compression { get; }

    public MrcHeader Header { get; }

    /// <summary>Length of the file as it lies on disk.</summary>
    public long FileByteCount => _file.Length;

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="DataFileException">The file is too short for a header, or the header is impossible.</exception>
    public static MrcSource Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferByteCount);
        try
        {
            return new MrcSource(path, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads until the span is full or the content ends.</summary>
    /// <returns>How many bytes there were.</returns>
    /// <exception cref="DataFileException">The packed content is damaged.</exception>
    public int Read(Span<byte> destination)
    {
        try
        {
            return _content.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        }
        catch (Exception exception) when (Compression != MrcCompression.None && MrcDecompression.IsDamage(exception))
        {
            throw new DataFileException(
                Remarks.Path,
                "",
                $"found damaged or missing {Compression} content ({exception.Message}), expected all of it; copy the file again",
                exception);
        }
    }

    public void Dispose()
    {
        _content.Dispose();
        _file.Dispose();
    }

    private MrcHeader ReadHeader()
    {
        var bytes = new byte[MrcHeaderWords.ByteCount];
        var count = Read(bytes);
        if (count < bytes.Length)
        {
            var found = count == 0 ? "the file is empty" : $"the file has only {count} bytes";
            throw new DataFileException(
                Remarks.Path, "header", $"{found}, expected at least the {bytes.Length} bytes of an MRC header; copy the file again");
        }

        var header = MrcHeaderParser.Parse(bytes, Remarks);
        return header with { ExtendedHeader = ReadExtendedHeader(header.ExtendedHeaderByteCount) };
    }

    // Grows with what is really there, so that a lying length does not claim memory.
    private byte[] ReadExtendedHeader(int byteCount)
    {
        using var extended = new MemoryStream();
        var chunk = new byte[Math.Min(byteCount, ChunkByteCount)];
        while (extended.Length < byteCount)
        {
            var wanted = (int)Math.Min(chunk.Length, byteCount - extended.Length);
            var read = Read(chunk.AsSpan(0, wanted));
            extended.Write(chunk, 0, read);
            if (read == wanted)
                continue;
            Remarks.Refuse("NSYMBT", $"found {extended.Length} bytes of extended header, expected {byteCount}; "
                + $"copy or download the file again");
            Remarks.ThrowIfRefused();
        }

        return extended.ToArray();
    }
}
