namespace SingleParticle.Formats.Cs;

/// <summary>Reads `.cs` data sets: the .npy container and the compressed stream container.</summary>
public static class CsReader
{
    private const int MagicByteCount = 6;

    /// <summary>Reads a whole file; nothing in it is executed (no pickle).</summary>
    /// <param name="path">File.</param>
    /// <exception cref="DataFileException">The file is not a `.cs` file, is damaged, or uses a form that is not read.</exception>
    public static CsTable Read(string path)
    {
        using var stream = Open(path, out var isPlain);
        return isPlain ? NpyContainer.Read(path, stream) : CsdatContainer.Read(path, stream);
    }

    /// <summary>Reads what a file holds without its values; that the file is as long as its header says is checked.</summary>
    /// <param name="path">File.</param>
    /// <exception cref="DataFileException">The file is not a `.cs` file, is damaged, or uses a form that is not read.</exception>
    public static CsHeader ReadHeader(string path)
    {
        using var stream = Open(path, out var isPlain);
        return isPlain ? NpyContainer.ReadHeader(path, stream) : CsdatContainer.ReadHeader(path, stream);
    }

    private static FileStream Open(string path, out bool isPlain)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        try
        {
            Span<byte> magic = stackalloc byte[MagicByteCount];
            var found = magic[..stream.ReadAtLeast(magic, MagicByteCount, throwOnEndOfStream: false)];
            isPlain = found.SequenceEqual(NpyHeader.Magic);
            if (isPlain || found.SequenceEqual(CsdatContainer.Magic))
                return stream;
            throw new DataFileException(path, "byte 0", Refusal(found));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static string Refusal(ReadOnlySpan<byte> found)
    {
        if (found.Length == 0)
            return "the file is empty; expected a .cs data set: copy or export it again";
        if (found.Length == MagicByteCount && found[0] == 0x94 && found[1..].SequenceEqual("CSDAT"u8))
            return "a Snappy-compressed .cs container (magic 94 CSDAT, written before version 4.4); save it again in the default .npy form";
        if (found.StartsWith("PK"u8))
            return "a zip archive; expected a .cs data set: unpack it, or pass the .csg of an export";
        if (found.StartsWith("group:"u8[..6]) || found.StartsWith("create"u8))
            return "the text of a result group (.csg); read it as a group, or pass the .cs file it names";
        return $"not a .cs data set: it starts with {Convert.ToHexString(found)}, expected 93 NUMPY or 95 CSDAT";
    }
}
