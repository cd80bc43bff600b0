using System.Buffers.Binary;
using SingleParticle.Formats.Cs;

namespace SingleParticle.Particles.Cs;

/// <summary>The columns that a particle update sets, in the form of version 4 files.</summary>
/// <remarks>
/// alpha = the scale used, alpha_min = that of best fit, mostly the same; error = image_pow - cross_cor + slice_pow with slice_pow of
/// the scaled projection, so that cross_cor / (2 slice_pow) = alpha_min / alpha; class_ess = 1 / sum p².
/// </remarks>
internal static class CsUpdateColumns
{
    /// <summary>Columns for what the update sets; nothing for what it leaves.</summary>
    /// <param name="update">Update.</param>
    public static IReadOnlyList<CsNewColumn> From(ParticleUpdate update)
    {
        var columns = new List<CsNewColumn>();
        if (update.HalfSets is { } halfSets)
            columns.Add(Integer("split", (row, value) => WriteSplit(halfSets[row], value)));
        if (update.Powers is { } powers)
        {
            columns.Add(Alignment("error", row => powers[row].Error));
            columns.Add(Alignment("slice_pow", row => powers[row].SlicePower));
            columns.Add(Alignment("image_pow", row => powers[row].ImagePower));
            columns.Add(Alignment("cross_cor", row => powers[row].CrossCorrelation));
        }

        if (update.Scale is { } scale)
        {
            columns.Add(Alignment("alpha", row => scale[row]));
            columns.Add(Alignment("alpha_min", row => (update.OptimalScale ?? scale)[row]));
        }

        if (update.ScaleStandardError is { } standardError)
            columns.Add(Alignment("alpha_error", row => standardError[row]));
        if (update.ContrastSign is { } sign)
            columns.Add(Number("blob/sign", _ => sign));
        AddClasses(update, columns);
        return columns;
    }

    private static void AddClasses(ParticleUpdate update, List<CsNewColumn> columns)
    {
        var (posteriors, classCount) = (update.ClassPosteriors, update.ClassCount);
        if (posteriors is not null)
            columns.Add(Alignment("class_posterior", row => Posteriors(row)[ClassPosterior.LargestIndex(Posteriors(row))]));
        if (update.ClassIndex is { } classes)
            columns.Add(Integer("class", (row, value) => BinaryPrimitives.WriteUInt32LittleEndian(value, (uint)classes[row])));
        else if (posteriors is not null)
            columns.Add(Integer("class", (row, value) =>
                BinaryPrimitives.WriteUInt32LittleEndian(value, (uint)ClassPosterior.LargestIndex(Posteriors(row)))));
        if (posteriors is not null)
            columns.Add(Alignment("class_ess", row => ClassPosterior.EffectiveSampleSize(Posteriors(row))));

        ReadOnlySpan<float> Posteriors(int row) => posteriors.AsSpan(row * classCount, classCount);
    }

    private static CsNewColumn Alignment(string field, Func<int, float> valueOf) => Number("alignments3D/" + field, valueOf);

    private static CsNewColumn Number(string name, Func<int, float> valueOf) => new(
        name, CsElementType.Float32, [], (row, value) => BinaryPrimitives.WriteSingleLittleEndian(value, valueOf(row)));

    private static CsNewColumn Integer(string field, CsFill fill) => new("alignments3D/" + field, CsElementType.UInt32, [], fill);

    // A particle without a half-set keeps what the file says.
    private static void WriteSplit(HalfSet halfSet, Span<byte> value)
    {
        if (halfSet != HalfSet.None)
            BinaryPrimitives.WriteUInt32LittleEndian(value, halfSet == HalfSet.B ? 1u : 0u);
    }
}
