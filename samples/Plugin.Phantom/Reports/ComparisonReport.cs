using System.Globalization;
using Host.Abstractions.Running;
using Plugin.Phantom.Comparison;

namespace Plugin.Phantom.Reports;

/// <summary>Tables of a comparison with the truth.</summary>
internal static class ComparisonReport
{
    /// <summary>Classes against labels.</summary>
    /// <param name="particles">Particles with their truth.</param>
    /// <param name="column">Which truth.</param>
    public static SummaryTable Counts(MatchedParticles particles, TruthColumn column)
    {
        var word = column == TruthColumn.Label ? "label" : "state";
        IReadOnlyList<string> columns =
        [
            "class", .. Enumerable.Range(0, particles.TruthCount).Select(label => Text($"{word} {label}")), "particles",
        ];
        if (particles.Classes is not { } classes)
            return new SummaryTable("Classes against the truth", columns, []);
        var counts = Agreement.Counts(particles, classes);
        var rows = Enumerable.Range(0, classes.ClassCount).Select(k =>
        {
            var row = Enumerable.Range(0, particles.TruthCount).Select(label => counts[k, label]).ToArray();
            return (IReadOnlyList<string>)[Text($"{k + 1}"), .. row.Select(count => Text($"{count}")), Text($"{row.Sum()}")];
        });
        return new SummaryTable("Classes against the truth", columns, [.. rows]);
    }

    /// <summary>The figures, for people.</summary>
    /// <param name="measures">Figures.</param>
    public static SummaryTable Summarise(IReadOnlyList<Measure> measures) => new(
        "Agreement with the truth",
        ["measure", "value", "meaning"],
        [.. measures.Select(measure => (IReadOnlyList<string>)[measure.Name, Value(measure, "0.0000"), measure.Meaning])]);

    /// <summary>A table as comma-separated values.</summary>
    /// <param name="table">Table.</param>
    public static string Csv(SummaryTable table) =>
        string.Join('\n', table.Rows.Prepend(table.Columns).Select(row => string.Join(',', row.Select(Quoted)))) + "\n";

    /// <summary>The figures at full precision, as comma-separated values.</summary>
    /// <param name="measures">Figures.</param>
    public static string Csv(IReadOnlyList<Measure> measures) => Csv(new SummaryTable(
        "", ["measure", "value"], [.. measures.Select(measure => (IReadOnlyList<string>)[measure.Name, Value(measure, "R")])]));

    private static string Value(Measure measure, string format) =>
        double.IsNaN(measure.Value) ? "" : measure.Value.ToString(format, CultureInfo.InvariantCulture);

    private static string Quoted(string cell) => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
