namespace SingleParticle.Formats.Models;

/// <summary>Reads the atoms of a PDBx/mmCIF file: the loop of _atom_site, wherever it stands.</summary>
internal static class MmcifReader
{
    private const string Category = "_atom_site.";

    /// <summary>Reads the atoms of the first model.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="lines">Its lines.</param>
    public static List<ModelAtom> Read(string path, IEnumerable<string> lines)
    {
        var atoms = new List<ModelAtom>();
        using var tokens = CifTokenizer.Tokens(path, lines).GetEnumerator();
        for (var more = tokens.MoveNext(); more && atoms.Count == 0;)
        {
            if (tokens.Current.IsLoop)
                more = ReadLoop(path, tokens, atoms);
            else if (IsAtomTag(tokens.Current))
                more = ReadSingle(path, tokens, atoms);
            else
                more = tokens.MoveNext();
        }

        return atoms;
    }

    private static bool IsAtomTag(CifToken token) => token.IsTag && token.Text.StartsWith(Category, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a loop; of any but _atom_site only the labels.</summary>
    private static bool ReadLoop(string path, IEnumerator<CifToken> tokens, List<ModelAtom> atoms)
    {
        var labels = new List<string>();
        bool more;
        while ((more = tokens.MoveNext()) && tokens.Current.IsTag)
            labels.Add(tokens.Current.Text);
        if (labels.Count == 0 || !labels[0].StartsWith(Category, StringComparison.OrdinalIgnoreCase))
            return more;
        var (columns, row) = (new MmcifColumns(path, labels), new CifToken[labels.Count]);
        while (more && tokens.Current.IsValue)
        {
            var count = 0;
            for (; count < row.Length && more && tokens.Current.IsValue; more = tokens.MoveNext())
                row[count++] = tokens.Current;
            if (count < row.Length)
                throw Incomplete(path, row[0].Line, count, row.Length);
            columns.AddAtom(row, atoms);
        }

        return more;
    }

    /// <summary>Reads a model of one atom, which some programs write without a loop.</summary>
    private static bool ReadSingle(string path, IEnumerator<CifToken> tokens, List<ModelAtom> atoms)
    {
        var (labels, row, more) = (new List<string>(), new List<CifToken>(), true);
        while (more && IsAtomTag(tokens.Current))
        {
            labels.Add(tokens.Current.Text);
            if (!tokens.MoveNext() || !tokens.Current.IsValue)
                throw Incomplete(path, tokens.Current.Line, 0, 1);
            row.Add(tokens.Current);
            more = tokens.MoveNext();
        }

        new MmcifColumns(path, labels).AddAtom([.. row], atoms);
        return more;
    }

    private static DataFileException Incomplete(string path, int line, int found, int expected) => new(
        path,
        FormattableString.Invariant($"line {line}"),
        FormattableString.Invariant($"an atom has {found} values, expected {expected}; the file is cut off"));
}
