namespace SingleParticle.Formats.Star;

/// <summary>Splits a line of a STAR file into tokens.</summary>
internal static class StarTokenizer
{
    /// <summary>Finds the next token: bare, or in single or double quotes that close before white space.</summary>
    /// <remarks>
    /// A number sign that starts a token starts a comment. A quote that never closes is an ordinary character, as in RELION.
    /// </remarks>
    /// <param name="line">The line, UTF-8.</param>
    /// <param name="position">Where to look from; moves behind the token.</param>
    /// <param name="start">First byte of the token, its quote included.</param>
    /// <returns>False at the end of the line or at a comment.</returns>
    public static bool TryNext(ReadOnlySpan<byte> line, ref int position, out int start)
    {
        while (position < line.Length && IsSpace(line[position]))
            position++;
        start = position;
        if (position >= line.Length || line[position] == '#')
            return false;
        if (line[position] is (byte)'"' or (byte)'\'' && TryFindClosingQuote(line, position, out var closing))
        {
            position = closing + 1;
            return true;
        }

        while (position < line.Length && !IsSpace(line[position]))
            position++;
        return true;
    }

    /// <summary>How many tokens a line has, and where the last one ends.</summary>
    /// <param name="line">The line, UTF-8.</param>
    /// <param name="end">Position behind the last token, before a comment.</param>
    public static int Count(ReadOnlySpan<byte> line, out int end)
    {
        var count = 0;
        var position = 0;
        end = 0;
        while (TryNext(line, ref position, out _))
        {
            count++;
            end = position;
        }

        return count;
    }

    private static bool TryFindClosingQuote(ReadOnlySpan<byte> line, int opening, out int closing)
    {
        for (closing = opening + 1; closing < line.Length; closing++)
        {
            if (line[closing] == line[opening] && (closing + 1 == line.Length || IsSpace(line[closing + 1])))
                return true;
        }

        return false;
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\v' or (byte)'\f';
}
