using System.Text;

namespace SingleParticle.Formats.Models;

/// <summary>Cuts a CIF file into tokens.</summary>
/// <remarks>
/// Words end at white space, quoted strings at a quote that white space follows, text fields at a semicolon that begins a line. Source:
/// Hall, Allen, Brown 1991, DOI 10.1107/S010876739101067X.
/// </remarks>
internal static class CifTokenizer
{
    /// <summary>All tokens, in order.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="lines">Its lines.</param>
    public static IEnumerable<CifToken> Tokens(string path, IEnumerable<string> lines)
    {
        var number = 0;
        StringBuilder? field = null;
        var fieldLine = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.StartsWith(';'))
            {
                if (field is null)
                {
                    (field, fieldLine) = (new StringBuilder(line[1..]), number);
                    continue;
                }

                yield return new CifToken(field.ToString(), IsQuoted: true, fieldLine);
                field = null;
            }

            if (field is not null)
            {
                field.Append('\n').Append(line);
                continue;
            }

            foreach (var token in OfLine(line, line.StartsWith(';') ? 1 : 0, number))
                yield return token;
        }

        if (field is not null)
            throw new DataFileException(
                path, FormattableString.Invariant($"line {fieldLine}"), "the text field that begins here never ends; the file is cut off");
    }

    private static IEnumerable<CifToken> OfLine(string line, int start, int number)
    {
        var at = start;
        while (true)
        {
            while (at < line.Length && IsBlank(line[at]))
                at++;
            if (at == line.Length || line[at] == '#')
                yield break;
            var isQuoted = line[at] is '\'' or '"';
            var end = isQuoted ? EndOfQuoted(line, at) : EndOfWord(line, at);
            yield return new CifToken(isQuoted ? line[(at + 1)..end] : line[at..end], isQuoted, number);
            at = isQuoted ? Math.Min(end + 1, line.Length) : end;
        }
    }

    private static int EndOfWord(string line, int start)
    {
        var end = start;
        while (end < line.Length && !IsBlank(line[end]))
            end++;
        return end;
    }

    private static int EndOfQuoted(string line, int start)
    {
        // A quote inside a word does not end the string: 'O5'' is O5'.
        for (var end = start + 1; end < line.Length; end++)
        {
            if (line[end] == line[start] && (end + 1 == line.Length || IsBlank(line[end + 1])))
                return end;
        }

        return line.Length;
    }

    private static bool IsBlank(char letter) => letter is ' ' or '\t' or '\r';
}
