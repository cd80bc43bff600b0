using SingleParticle.Formats.Cs;

namespace SingleParticle.Particles.Cs;

/// <summary>Tells whether alignments3D_multi says more of poses and shifts than alignments3D: one for each class.</summary>
internal static class CsPosesPerClass
{
    private static readonly IReadOnlyList<string> Fields = ["pose", "shift"];

    /// <summary>Whether any particle has another pose or shift in one of its classes.</summary>
    /// <param name="rows">Joined rows.</param>
    public static bool Differ(CsJoinedRows rows) =>
        Fields.Any(field => Find(rows, "alignments3D/" + field) is var (part, own)
            && Find(rows, $"{CsMultiColumns.Slot}/{field}") is var (multiPart, multi)
            && Enumerable.Range(0, rows.RowCount).Any(row => Differs(Bytes(part, row, own), Bytes(multiPart, row, multi))));

    private static bool Differs(ReadOnlySpan<byte> own, ReadOnlySpan<byte> perClass)
    {
        if (own.IsEmpty)
            return false;
        for (var offset = 0; offset + own.Length <= perClass.Length; offset += own.Length)
        {
            if (!perClass.Slice(offset, own.Length).SequenceEqual(own))
                return true;
        }

        return false;
    }

    /// <summary>The value; empty where the file of an optional slot lacks the particle.</summary>
    private static ReadOnlySpan<byte> Bytes(CsPart part, int row, CsColumn column) =>
        part.RowOf(row) is var partRow && partRow >= 0 ? part.Table.Bytes(partRow, column) : [];

    private static (CsPart Part, CsColumn Column)? Find(CsJoinedRows rows, string name)
    {
        foreach (var part in rows.Parts)
        {
            if (part.Columns.FirstOrDefault(column => column.Name == name) is { } column)
                return (part, column);
        }

        return null;
    }
}
