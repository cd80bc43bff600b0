using SingleParticle.Formats.Cs;

namespace Host.Runner.Commands.Inspection;

/// <summary>Shows a `.cs` table: rows, slots, columns with dtype and range.</summary>
internal static class CsInspector
{
    public static void Write(string file, HostConsole console)
    {
        var table = CsReader.Read(file);
        console.Output.WriteLine(
            $"{file}: CryoSPARC table, {Quantity.Counted(table.RowCount, "row")}, {Quantity.Counted(table.Columns.Count, "column")}");
        console.Output.WriteLine($"slots: {string.Join(", ", table.Slots)}");
        var rows = table.Columns.Select(column => (IReadOnlyList<string>)[column.Name, column.Description, Summary(table, column)]);
        TextTable.Write(console.Output, [.. rows], "  ", console.WidthColumns);
    }

    private static string Summary(CsTable table, CsColumn column)
    {
        var summary = new ColumnSummary();
        if (column.Type.Kind == 'S')
        {
            var text = CsField.Open(table, column.Name, CsFieldKind.Text, column.ElementCount);
            for (var row = 0; row < table.RowCount; row++)
                summary.Add(text.Text(row));
        }
        else if (column.Name == "uid")
        {
            return Uids(table, column);
        }
        else if (column.Type.IsNumber)
        {
            var numbers = CsField.Open(table, column.Name, CsFieldKind.Number, column.ElementCount);
            for (var row = 0; row < table.RowCount; row++)
                for (var element = 0; element < column.ElementCount; element++)
                    summary.Add(numbers.Number(row, element));
        }

        return summary.ToString();
    }

    private static string Uids(CsTable table, CsColumn column)
    {
        var field = CsField.Open(table, column.Name, CsFieldKind.Integer);
        var different = Enumerable.Range(0, table.RowCount).Select(row => field.Integer(row)).Distinct().Count();
        return different == table.RowCount ? "all different" : $"{Quantity.Count(table.RowCount - different)} repeated";
    }
}
