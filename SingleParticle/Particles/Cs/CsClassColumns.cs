using System.Buffers.Binary;

namespace SingleParticle.Particles.Cs;

/// <summary>Makes alignments3D/class and alignments3D_multi of the classes of an earlier classification.</summary>
internal static class CsClassColumns
{
    /// <summary>The columns.</summary>
    /// <param name="classes">Classes; null makes everything class 0.</param>
    /// <param name="alignments">Columns of alignments3D, repeated once per class.</param>
    public static IEnumerable<CsNewColumn> From(ParticleClasses? classes, IReadOnlyList<CsNewColumn> alignments)
    {
        var assignment = CsColumnSource.Integers("alignments3D/class", row => classes?.ClassIndex[row] ?? 0);
        yield return assignment;
        if (classes?.Posteriors is not { } posteriors)
            yield break;
        foreach (var column in alignments.Append(assignment))
        {
            if (CsMultiColumns.Fields.Contains(column.Name["alignments3D/".Length..]))
                yield return Repeated(column, classes.ClassCount, posteriors);
        }
    }

    private static CsNewColumn Repeated(CsNewColumn column, int classCount, float[] posteriors)
    {
        var field = column.Name["alignments3D/".Length..];
        var name = $"{CsMultiColumns.Slot}/{field}";
        if (field == "split")
            return column with { Name = name };
        return new CsNewColumn(name, column.Type, [classCount, .. column.Shape], (row, value) =>
        {
            var size = value.Length / classCount;
            for (var index = 0; index < classCount; index++)
            {
                var slice = value.Slice(index * size, size);
                if (field == "class")
                    BinaryPrimitives.WriteUInt32LittleEndian(slice, (uint)index);
                else if (field == "class_posterior")
                    BinaryPrimitives.WriteSingleLittleEndian(slice, posteriors[(row * classCount) + index]);
                else
                    column.Fill(row, slice);
            }
        });
    }
}
