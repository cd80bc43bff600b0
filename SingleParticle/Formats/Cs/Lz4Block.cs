namespace SingleParticle.Formats.Cs;

/// <summary>Decompresses one raw LZ4 block (no frame, no size prefix), as the compressed `.cs` container stores its columns.</summary>
/// <remarks>
/// A block is a list of sequences: token (literal length, match length - 4), literals, 16-bit offset back into the output, match;
/// the last sequence has literals only. After Y. Collet's "LZ4 Block Format Description".
/// </remarks>
internal static class Lz4Block
{
    private const int MinimumMatch = 4;
    private const int ExtendedLength = 15;

    /// <summary>Decompresses a block whose decompressed size is known.</summary>
    /// <param name="source">The block.</param>
    /// <param name="destination">Filled completely.</param>
    /// <returns>Whether the block is well formed and gives exactly so many bytes.</returns>
    public static bool TryDecompress(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var read = 0;
        var written = 0;
        while (read < source.Length)
        {
            int token = source[read++];
            if (!TryReadLength(source, ref read, token >> 4, out var literals)
                || literals > source.Length - read || literals > destination.Length - written)
                return false;
            source.Slice(read, literals).CopyTo(destination[written..]);
            read += literals;
            written += literals;
            if (read == source.Length)
                return written == destination.Length;
            if (!TryCopyMatch(source, ref read, token & ExtendedLength, destination, ref written))
                return false;
        }

        return false;
    }

    private static bool TryCopyMatch(ReadOnlySpan<byte> source, ref int read, int code, Span<byte> destination, ref int written)
    {
        if (source.Length - read < 2)
            return false;
        var offset = source[read] | (source[read + 1] << 8);
        read += 2;
        if (!TryReadLength(source, ref read, code, out var length))
            return false;
        length += MinimumMatch;
        if (offset == 0 || offset > written || length > destination.Length - written)
            return false;
        // A match may overlap what it writes: copy in runs no longer than the distance, which doubles as output grows.
        for (var left = length; left > 0;)
        {
            var run = Math.Min(left, offset);
            destination.Slice(written - offset, run).CopyTo(destination[written..]);
            written += run;
            left -= run;
        }

        return true;
    }

    private static bool TryReadLength(ReadOnlySpan<byte> source, ref int read, int code, out int length)
    {
        length = code;
        if (code < ExtendedLength)
            return true;
        byte more;
        do
        {
            if (read >= source.Length || length > int.MaxValue - 512)
                return false;
            more = source[read++];
            length += more;
        }
        while (more == byte.MaxValue);
        return true;
    }
}
