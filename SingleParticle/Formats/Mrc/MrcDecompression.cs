using System.IO.Compression;

namespace SingleParticle.Formats.Mrc;

/// <summary>Recognises and unpacks compressed files.</summary>
internal static class MrcDecompression
{
    /// <summary>What packs the file; leaves the stream at its beginning.</summary>
    public static MrcCompression Recognise(Stream file)
    {
        Span<byte> start = stackalloc byte[4];
        var count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (count == start.Length && start is [0x1F, 0x8B, ..])
            return MrcCompression.Gzip;
        return count == start.Length && start is [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9']
            ? MrcCompression.Bzip2
            : MrcCompression.None;
    }

    /// <summary>A stream of the unpacked bytes; the file itself when it is not packed.</summary>
    public static Stream Unpack(Stream file, MrcCompression compression) => compression switch
    {
        MrcCompression.Gzip => new GZipStream(file, CompressionMode.Decompress, leaveOpen: true),
        MrcCompression.Bzip2 => new MultipleBzip2Stream(file),
        _ => file,
    };

    /// <summary>Whether an exception says that the packed bytes are damaged or end too soon.</summary>
    public static bool IsDamage(Exception exception) => exception is InvalidDataException or EndOfStreamException;
}
