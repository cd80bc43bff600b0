using SingleParticle.Formats.Star;

namespace Host.Runner.Commands.Inspection;

/// <summary>Shows a `.star` file: its blocks, single values, and columns with their range.</summary>
internal static class StarInspector
{
    public static void Write(string file, HostConsole console)
    {
        var document = StarReader.Read(file);
        console.Output.WriteLine($"{file}: STAR file, {Quantity.Counted(document.Blocks.Count, "block")}");
        foreach (var block in document.Blocks)
        {
            console.Output.WriteLine();
            console.Output.WriteLine($"data_{block.Name}");
            TextTable.Write(
                console.Output,
                [.. block.Pairs.Select(pair => (IReadOnlyList<string>)[pair.Label, pair.RawValue])],
                "  ",
                console.WidthColumns);
            foreach (var table in block.Tables)
                Write(table, console);
        }
    }

    private static void Write(StarTable table, HostConsole console)
    {
        console.Output.WriteLine($"  {Quantity.Counted(table.RowCount, "row")}, {Quantity.Counted(table.Labels.Count, "column")}");
        var summaries = table.Labels.Select(_ => new ColumnSummary()).ToArray();
        var cells = new StarRow();
        for (var row = 0; row < table.RowCount; row++)
        {
            cells.Load(table, row);
            for (var column = 0; column < cells.Count; column++)
                Add(summaries[column], cells.Token(column));
        }

        var rows = table.Labels.Zip(summaries, (label, summary) => (IReadOnlyList<string>)[label, summary.ToString()]);
        TextTable.Write(console.Output, [.. rows], "  ", console.WidthColumns);
    }

    private static void Add(ColumnSummary summary, ReadOnlySpan<byte> token)
    {
        if (StarToken.TryFinite(token, out var value))
            summary.Add(value);
        else if (IsNotFinite(token))
            summary.Add(double.NaN);
        else
            summary.Add(StarToken.Text(token));
    }

    private static bool IsNotFinite(ReadOnlySpan<byte> token)
    {
        var word = token.Length > 9 ? "" : StarToken.Text(token).TrimStart('-', '+');
        return word.Equals("nan", StringComparison.OrdinalIgnoreCase)
            || word.Equals("inf", StringComparison.OrdinalIgnoreCase)
            || word.Equals("infinity", StringComparison.OrdinalIgnoreCase);
    }
}
