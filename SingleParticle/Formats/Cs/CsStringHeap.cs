using System.Globalization;

namespace SingleParticle.Formats.Cs;

/// <summary>The zero-terminated texts at the end of the compressed `.cs` container.</summary>
/// <param name="path">File, for messages.</param>
/// <param name="heap">Bytes to the end of the file.</param>
internal sealed class CsStringHeap(string path, byte[] heap)
{
    /// <summary>The text at an offset, without its terminator.</summary>
    /// <param name="offset">First byte in the heap.</param>
    /// <param name="name">Column, for messages.</param>
    public Span<byte> At(ulong offset, string name)
    {
        // The empty text of a file without any text has offset 0 in an empty heap.
        if (offset == 0 && heap.Length == 0)
            return default;
        if (offset >= (ulong)heap.Length)
            throw Damaged(offset, name);
        var start = (int)offset;
        var length = heap.AsSpan(start).IndexOf((byte)0);
        return length < 0 ? throw Damaged(offset, name) : heap.AsSpan(start, length);
    }

    private DataFileException Damaged(ulong offset, string name) => new(path, name, string.Create(
        CultureInfo.InvariantCulture,
        $"a text begins at byte {offset} of a string heap of {heap.Length} bytes and does not end in it; the file is damaged"));
}
