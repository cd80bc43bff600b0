using System.Globalization;

namespace SingleParticle.Formats.Models;

/// <summary>Reads the atoms of a file in the PDB format, version 3.3: fixed columns.</summary>
internal static class PdbReader
{
    private const int ShortestLine = 54;
    private const int ResidueNumberWidth = 4;

    /// <summary>Reads atoms up to the end of the first model.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="lines">Its lines.</param>
    public static List<ModelAtom> Read(string path, IEnumerable<string> lines)
    {
        var (atoms, number) = (new List<ModelAtom>(), 0);
        foreach (var line in lines)
        {
            number++;
            if (line.StartsWith("ENDMDL", StringComparison.Ordinal) && atoms.Count > 0)
                break;
            if (line.StartsWith("ATOM  ", StringComparison.Ordinal) || line.StartsWith("HETATM", StringComparison.Ordinal))
                atoms.Add(Parse(path, line, number));
        }

        return atoms;
    }

    private static ModelAtom Parse(string path, string line, int number)
    {
        if (line.Length < ShortestLine)
            throw At(path, number, $"it has {line.Length} columns, an atom needs {ShortestLine}; the file is cut off");
        var position = (Coordinate(30, "x"), Coordinate(38, "y"), Coordinate(46, "z"));
        var element = line.Length >= 78 ? line[76..78].Trim().ToUpperInvariant() : "";
        var record = line[0] == 'A' ? AtomRecord.Atom : AtomRecord.HeteroAtom;
        return new ModelAtom(
            record, line[20..22].Trim(), ResidueNumber(path, line[22..26], number), line[17..20].Trim(), element, position);

        double Coordinate(int start, string axis)
        {
            var text = line.AsSpan(start, 8);
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
                ? value
                : throw At(path, number, $"columns {start + 1} to {start + 8} hold '{text}', expected the {axis} coordinate in Å");
        }
    }

    /// <summary>A residue number; beyond 9999 in hybrid-36, as large models have it: A000 is 10000.</summary>
    private static int ResidueNumber(string path, string text, int number)
    {
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var plain))
            return plain;
        var value = 0;
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
                throw At(path, number, $"columns 23 to 26 hold '{text}', expected a residue number");
            value = (value * 36) + (char.IsAsciiDigit(letter) ? letter - '0' : char.ToUpperInvariant(letter) - 'A' + 10);
        }

        // Upper-case numbers come first, then lower-case ones.
        var firstLetter = 10 * (int)Math.Pow(36, ResidueNumberWidth - 1);
        var block = 26 * (int)Math.Pow(36, ResidueNumberWidth - 1);
        return value - firstLetter + 10000 + (char.IsAsciiLetterLower(text[0]) ? block : 0);
    }

    private static DataFileException At(string path, int number, string problem) =>
        new(path, FormattableString.Invariant($"line {number}"), problem);
}
