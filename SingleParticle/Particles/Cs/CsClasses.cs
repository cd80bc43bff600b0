using System.Buffers.Binary;
using SingleParticle.Formats.Cs;

namespace SingleParticle.Particles.Cs;

/// <summary>Reads class assignments and posteriors back from joined `.cs` files.</summary>
internal static class CsClasses
{
    /// <summary>The classes, or null when no classification has been written.</summary>
    /// <param name="rows">Joined rows.</param>
    public static ParticleClasses? Read(CsJoinedRows rows)
    {
        if (Find(rows, "alignments3D/class") is not var (part, column))
            return null;
        var classes = Enumerable.Range(0, rows.RowCount)
            .Select(row => (int)BinaryPrimitives.ReadUInt32LittleEndian(part.Table.Bytes(part.RowOf(row), column))).ToArray();
        return Find(rows, CsMultiColumns.Slot + "/class_posterior") is var (multiPart, multi)
            ? new ParticleClasses(classes, multi.ElementCount, Posteriors(rows, multiPart, multi))
            : new ParticleClasses(classes, classes.DefaultIfEmpty(0).Max() + 1, null);
    }

    private static float[] Posteriors(CsJoinedRows rows, CsPart part, CsColumn column)
    {
        var posteriors = new float[rows.RowCount * column.ElementCount];
        for (var i = 0; i < posteriors.Length; i++)
        {
            // A file of an optional slot may lack the particle; it has no posteriors then.
            if (part.RowOf(i / column.ElementCount) is var row && row >= 0)
            {
                var values = part.Table.Bytes(row, column);
                posteriors[i] = BinaryPrimitives.ReadSingleLittleEndian(values[(i % column.ElementCount * sizeof(float))..]);
            }
        }

        return posteriors;
    }

    private static (CsPart Part, CsColumn Column)? Find(CsJoinedRows rows, string name)
    {
        var expected = name.EndsWith("posterior", StringComparison.Ordinal) ? CsElementType.Float32 : CsElementType.UInt32;
        foreach (var part in rows.Parts)
        {
            if (part.Columns.FirstOrDefault(column => column.Name == name && column.Type == expected) is { } column)
                return (part, column);
        }

        return null;
    }
}
