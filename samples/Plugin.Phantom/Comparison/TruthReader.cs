using System.Globalization;
using SingleParticle.Formats;

namespace Plugin.Phantom.Comparison;

/// <summary>Reads truth tables: columns uid, state, label and scale in any order, among others.</summary>
internal static class TruthReader
{
    private static readonly string[] Columns = ["uid", "state", "label", "scale"];

    /// <summary>Reads a table.</summary>
    /// <param name="path">File.</param>
    /// <returns>The truth by uid.</returns>
    /// <exception cref="DataFileException">A column is missing, a value is no number, or a uid comes twice.</exception>
    public static IReadOnlyDictionary<ulong, TruthRow> Read(string path)
    {
        using var reader = new StreamReader(path);
        var names = (reader.ReadLine() ?? throw new DataFileException(path, "", "the file is empty; expected a header line")).Split(',');
        var indices = Array.ConvertAll(Columns, column => Array.IndexOf(names, column));
        var missing = Columns.Where((_, i) => indices[i] < 0).ToArray();
        if (missing.Length > 0)
            throw new DataFileException(path, "line 1", $"no column {string.Join(", ", missing)}; found {string.Join(", ", names)}");
        var rows = new Dictionary<ulong, TruthRow>();
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            var words = text.Split(',');
            var location = FormattableString.Invariant($"line {line}");
            if (words.Length != names.Length)
                throw new DataFileException(path, location, FormattableString.Invariant($"{words.Length} values; expected {names.Length}"));
            var (uid, row) = Parse(path, location, Array.ConvertAll(indices, index => words[index]));
            if (!rows.TryAdd(uid, row))
                throw new DataFileException(path, location, FormattableString.Invariant($"uid {uid} comes a second time"));
        }

        return rows;
    }

    private static (ulong Uid, TruthRow Row) Parse(string path, string location, string[] words)
    {
        var culture = CultureInfo.InvariantCulture;
        var isRead = ulong.TryParse(words[0], NumberStyles.None, culture, out var uid)
            & int.TryParse(words[1], NumberStyles.None, culture, out var state)
            & int.TryParse(words[2], NumberStyles.None, culture, out var label)
            & double.TryParse(words[3], NumberStyles.Float, culture, out var scale);
        if (isRead && double.IsFinite(scale))
            return (uid, new TruthRow(state, label, scale));
        var found = string.Join(", ", Columns.Zip(words, (column, word) => $"{column} '{word}'"));
        throw new DataFileException(path, location, $"{found}; expected whole numbers from 0 and a scale");
    }
}
