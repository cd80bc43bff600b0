using System.Globalization;
using System.Text;

namespace SingleParticle.Formats.Star;

/// <summary>Turns STAR tokens into values and back, the same under every culture.</summary>
public static class StarToken
{
    private static readonly string[] ReservedStarts = ["_", "#", "\"", "'", ";", "$", "data_", "loop_", "save_", "stop_", "global_"];

    /// <summary>The token without its quotes.</summary>
    /// <param name="token">Token as written, UTF-8.</param>
    public static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> token) =>
        token.Length >= 2 && token[0] is (byte)'"' or (byte)'\'' && token[^1] == token[0] ? token[1..^1] : token;

    /// <summary>The token's text without its quotes.</summary>
    /// <param name="token">Token as written, UTF-8.</param>
    public static string Text(ReadOnlySpan<byte> token) => Encoding.UTF8.GetString(Unquote(token));

    /// <summary>Reads a finite number.</summary>
    /// <param name="token">Token as written, UTF-8.</param>
    /// <param name="value">The number, or 0.</param>
    public static bool TryFinite(ReadOnlySpan<byte> token, out double value)
    {
        var isNumber = double.TryParse(Unquote(token), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        if (isNumber && double.IsFinite(value))
            return true;
        value = 0;
        return false;
    }

    /// <summary>Reads a whole number; RELION sometimes writes them as 1.000000.</summary>
    /// <param name="token">Token as written, UTF-8.</param>
    /// <param name="value">The number, or 0.</param>
    public static bool TryWhole(ReadOnlySpan<byte> token, out long value)
    {
        if (long.TryParse(Unquote(token), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
            return true;
        if (!TryFinite(token, out var real) || real != Math.Floor(real) || Math.Abs(real) > 1L << 52)
            return false;
        value = (long)real;
        return true;
    }

    /// <summary>Reads a list written as one token, [1.5,2,-0.25].</summary>
    /// <param name="token">Token as written, UTF-8.</param>
    /// <param name="values">The numbers, empty when the token is not such a list.</param>
    public static bool TryList(ReadOnlySpan<byte> token, out double[] values)
    {
        values = [];
        var text = Text(token).Trim();
        if (text.Length < 2 || text[0] != '[' || text[^1] != ']')
            return false;
        var items = text[1..^1].Split(',', StringSplitOptions.TrimEntries);
        if (items is [""])
            return true;
        var numbers = new double[items.Length];
        for (var index = 0; index < items.Length; index++)
        {
            if (!TryFinite(Encoding.UTF8.GetBytes(items[index]), out numbers[index]))
                return false;
        }

        values = numbers;
        return true;
    }

    /// <summary>The token that stands for a text: quoted where a bare word would be misread.</summary>
    /// <param name="text">Text of one line.</param>
    /// <exception cref="ArgumentException">The text cannot be written as one STAR token.</exception>
    public static string FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().ContainsAny('\n', '\r'))
            throw new ArgumentException($"'{text}' has a line break, which a STAR value cannot hold", nameof(text));
        var isBare = text.Length > 0 && !text.Any(char.IsWhiteSpace)
            && !ReservedStarts.Any(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        if (isBare)
            return text;
        foreach (var quote in "\"'")
        {
            if (Closes(text, quote))
                return quote + text + quote;
        }

        throw new ArgumentException(
            $"'{text}' holds both kinds of quotes before blanks, which a STAR value cannot; rename the file", nameof(text));
    }

    // A quote inside is harmless unless white space follows it: only then would it close the token early.
    private static bool Closes(string text, char quote)
    {
        for (var index = 0; index + 1 < text.Length; index++)
        {
            if (text[index] == quote && char.IsWhiteSpace(text[index + 1]))
                return false;
        }

        return true;
    }
}
