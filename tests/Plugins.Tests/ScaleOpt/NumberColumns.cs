using System.Globalization;
using SingleParticle.Formats.Cs;
using SingleParticle.Formats.Star;

namespace Plugins.Tests.ScaleOpt;

/// <summary>All columns of numbers of a particle file, read without the code under test knowing.</summary>
internal static class NumberColumns
{
    public static Dictionary<string, double[]> Of(string path) =>
        path.EndsWith(".star", StringComparison.Ordinal) ? OfStar(path) : OfCs(path);

    private static Dictionary<string, double[]> OfStar(string path)
    {
        var table = StarReader.Read(path).Find("particles")!.AsTable()!;
        var columns = new Dictionary<string, double[]>();
        foreach (var label in table.Labels)
        {
            var numbers = new double[table.RowCount];
            var areNumbers = true;
            for (var row = 0; row < numbers.Length; row++)
                areNumbers &= double.TryParse(table.Text(row, label), NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[row]);
            if (areNumbers)
                columns.Add(label, numbers);
        }

        return columns;
    }

    private static Dictionary<string, double[]> OfCs(string path)
    {
        var table = CsReader.Read(path);
        return table.Columns.Where(column => column.Type == CsElementType.Float32 && column.ElementCount == 1)
            .ToDictionary(column => column.Name, column => Numbers(table, column.Name));
    }

    private static double[] Numbers(CsTable table, string name)
    {
        var field = CsField.Open(table, name, CsFieldKind.Number);
        return [.. Enumerable.Range(0, table.RowCount).Select(row => field.Number(row))];
    }
}
