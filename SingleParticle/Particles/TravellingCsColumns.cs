using SingleParticle.Formats.Cs;
using SingleParticle.Particles.Cs;
using SingleParticle.Particles.Star;

namespace SingleParticle.Particles;

/// <summary>What a STAR file takes along of the rows of `.cs` files beyond particles and optics.</summary>
internal static class TravellingCsColumns
{
    private const string MicrographPath = "location/micrograph_path";

    /// <summary>The columns.</summary>
    /// <param name="rows">Joined `.cs` rows.</param>
    public static IReadOnlyList<StarTextColumn> Of(CsJoinedRows rows)
    {
        var columns = new List<StarTextColumn>();
        foreach (var part in rows.Parts)
        {
            foreach (var column in part.Columns)
                Add(columns, part, column);
        }

        return columns;
    }

    private static void Add(List<StarTextColumn> columns, CsPart part, CsColumn column)
    {
        if (ParticleFieldPairs.All.FirstOrDefault(pair => pair.Field == column.Name).Label is { } label)
        {
            if (column.Type == CsElementType.Float32 && column.Shape.Count == 0)
                columns.Add(Text(label, part, column));
            return;
        }

        if (CsKnownFields.Contains(column.Name) || column.Name.Any(char.IsWhiteSpace) || column.ByteCount == 0)
            return;
        if (column.Name.StartsWith(TravellingStarColumns.Slot + "/", StringComparison.Ordinal) && column.Type.Kind == 'S')
        {
            columns.Add(Plain(column.Name[(TravellingStarColumns.Slot.Length + 1)..], part, column));
            return;
        }

        columns.Add(Text(CsCarriedLabel.Of(column), part, column));
        if (column.Name == MicrographPath && column.Type.Kind == 'S')
            columns.Add(Plain(StarLabel.MicrographName, part, column));
    }

    // A file of an optional slot may lack the particle; its value is zero then, as where files are joined.
    private static StarTextColumn Text(string label, CsPart part, CsColumn column)
    {
        var absent = CsTextValue.ToText(column, new byte[column.ByteCount]);
        return new StarTextColumn(
            label,
            row => part.RowOf(row) is var source and >= 0 ? CsTextValue.ToText(column, part.Table.Bytes(source, column)) : absent);
    }

    private static StarTextColumn Plain(string label, CsPart part, CsColumn column)
    {
        var field = CsField.Open(part.Table, column.Name, CsFieldKind.Text);
        return new StarTextColumn(label, row => part.RowOf(row) is var source and >= 0 ? field.Text(source) : "");
    }
}
