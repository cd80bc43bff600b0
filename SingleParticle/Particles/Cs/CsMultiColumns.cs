using System.Buffers.Binary;
using SingleParticle.Collections;
using SingleParticle.Formats.Cs;

namespace SingleParticle.Particles.Cs;

/// <summary>alignments3D_multi: the fields of alignments3D once per class, as written from version 4.5 on.</summary>
/// <remarks>
/// Every field gains a leading axis of K classes, but split stays a scalar. As no particle is realigned, all classes share the pose,
/// shift and scale; class is the class's own number and class_posterior its posterior.
/// </remarks>
internal sealed class CsMultiColumns
{
    /// <summary>The slot's name.</summary>
    public const string Slot = "alignments3D_multi";

    /// <summary>Fields that the slot repeats.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "split", "shift", "pose", "psize_A", "error", "error_min", "resid_pow", "slice_pow", "image_pow", "cross_cor",
        "alpha", "alpha_min", "weight", "pose_ess", "shift_ess", "class_posterior", "class", "class_ess",
    ];

    private readonly ParticleUpdate _update;
    private readonly List<(string Field, CsColumn Source, CsColumn Target)> _columns = [];

    private CsMultiColumns(ParticleUpdate update) => _update = update;

    /// <summary>Adds the slot's columns behind others.</summary>
    /// <param name="columns">Placed columns, alignments3D among them; the slot's are added.</param>
    /// <param name="update">Update with class posteriors.</param>
    public static CsMultiColumns AddTo(List<CsColumn> columns, ParticleUpdate update)
    {
        var multi = new CsMultiColumns(update);
        foreach (var field in Fields)
        {
            if (columns.Find(column => column.Name == "alignments3D/" + field) is not { } source)
                continue;
            EquatableArray<int> shape = field == "split" ? [] : [update.ClassCount, .. source.Shape];
            var target = new CsColumn($"{Slot}/{field}", source.Type, shape, columns[^1].EndOffset);
            columns.Add(target);
            multi._columns.Add((field, source, target));
        }

        return multi;
    }

    /// <summary>Fills the slot from the record's own alignments3D.</summary>
    /// <param name="updateIndex">0-based row of the update.</param>
    /// <param name="record">Record with alignments3D filled.</param>
    public void Fill(int updateIndex, Span<byte> record)
    {
        var posteriors = _update.ClassPosteriors.AsSpan(updateIndex * _update.ClassCount, _update.ClassCount);
        foreach (var (field, source, target) in _columns)
        {
            var value = record.Slice(source.ByteOffset, source.ByteCount);
            var values = record.Slice(target.ByteOffset, target.ByteCount);
            for (var offset = 0; offset < values.Length; offset += value.Length)
            {
                var slice = values.Slice(offset, value.Length);
                var classIndex = offset / value.Length;
                if (field == "class")
                    BinaryPrimitives.WriteUInt32LittleEndian(slice, (uint)classIndex);
                else if (field == "class_posterior")
                    BinaryPrimitives.WriteSingleLittleEndian(slice, posteriors[classIndex]);
                else
                    value.CopyTo(slice);
            }
        }
    }
}
