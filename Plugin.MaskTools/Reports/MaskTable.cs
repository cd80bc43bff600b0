using System.Globalization;
using Host.Abstractions.Running;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Reports;

/// <summary>The measures of a mask as a table.</summary>
internal static class MaskTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="measures">Its measures.</param>
    /// <param name="overlaps">Overlap with other masks, by their names.</param>
    public static SummaryTable Of(Volume mask, MaskMeasures measures, params (string Name, MaskOverlap Overlap)[] overlaps)
    {
        var centre = measures.CentreOfMassAngstrom;
        List<IReadOnlyList<string>> rows =
        [
            ["box, px", Text($"{mask.BoxVoxels}")],
            ["pixel size, Å", Text($"{mask.PixelSizeAngstrom:0.####}")],
            ["range of values", Text($"{measures.Minimum:0.###} to {measures.Maximum:0.###}")],
            ["volume at or above 0.5, Å³", Text($"{measures.BodyAngstrom3:0}")],
            ["as protein, kDa", Text($"{ProteinVolume.ToMass(measures.BodyAngstrom3):0.#}")],
            ["sum of values, Å³", Text($"{measures.WeightedAngstrom3:0}")],
            ["islands", Text($"{measures.IslandSizesAngstrom3.Count}")],
            ["soft edge found, Å", Text($"{measures.EdgeAngstrom:0.##}")],
            ["centre of mass x, y, z from the box centre, Å", Text($"{centre.X:0.##}, {centre.Y:0.##}, {centre.Z:0.##}")],
        ];
        foreach (var (name, overlap) in overlaps)
        {
            rows.Add([$"share inside {name}, %", Text($"{100 * overlap.FractionOfFirst:0.#}")]);
            rows.Add([$"share of {name} inside it, %", Text($"{100 * overlap.FractionOfSecond:0.#}")]);
            rows.Add([$"common to both over either, with {name}, %", Text($"{100 * overlap.Jaccard:0.#}")]);
        }

        return new SummaryTable("Mask", ["quantity", "value"], rows);
    }

    /// <summary>The table as comma-separated values, quoted where a cell holds a comma.</summary>
    /// <param name="table">The table.</param>
    public static string ToCsv(SummaryTable table) =>
        string.Concat(table.Rows.Prepend(table.Columns).Select(row => string.Join(',', row.Select(Quoted)) + "\n"));

    private static string Quoted(string cell) => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
