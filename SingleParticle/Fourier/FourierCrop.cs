namespace SingleParticle.Fourier;

/// <summary>Crops a half spectrum to a smaller box or pads it to a larger one.</summary>
/// <remarks>
/// Both spectra must have their origin at the centre of the box (<see cref="CentredSpectrum"/>) for the picture to stay centred. Only
/// coefficients move, unscaled: for the same density values multiply by (target box / source box)^dimensions.
/// At the Nyquist frequency of an even box, which stands for +box / 2 and -box / 2 at once, cropping adds both coefficients and
/// padding gives half to each. So a real signal stays real, and cropping what was padded gives the signal back.
/// </remarks>
public static class FourierCrop
{
    /// <summary>Fills a half spectrum of one box from that of another.</summary>
    /// <param name="source">Coefficients to read.</param>
    /// <param name="sourceShape">Their layout.</param>
    /// <param name="target">Coefficients to write, all of them.</param>
    /// <param name="targetShape">Their layout; as many dimensions as the source.</param>
    public static void Resize(
        ReadOnlySpan<ComplexFloat> source, HalfSpectrumShape sourceShape, Span<ComplexFloat> target, HalfSpectrumShape targetShape)
    {
        sourceShape.Check(source.Length);
        targetShape.Check(target.Length);
        if (sourceShape.DimensionCount != targetShape.DimensionCount)
            throw new ArgumentException("an image cannot be resized to a volume, nor a volume to an image", nameof(targetShape));
        target.Clear();
        var axis = new CropAxis(sourceShape.Box, targetShape.Box);
        for (var row = 0; row < targetShape.RowCount; row++)
        {
            var values = target.Slice(row * targetShape.HalfWidth, targetShape.HalfWidth);
            foreach (var z in axis.Sources(targetShape.FrequencyZ(row)))
            {
                foreach (var y in axis.Sources(targetShape.FrequencyY(row)))
                    AddRow(source, sourceShape, y, z, axis, values);
            }
        }
    }

    private static void AddRow(
        ReadOnlySpan<ComplexFloat> source, HalfSpectrumShape shape, CropSource y, CropSource z, CropAxis axis, Span<ComplexFloat> target)
    {
        var row = source.Slice(shape.RowOf(y.Frequency, z.Frequency) * shape.HalfWidth, shape.HalfWidth);
        var mateRow = source.Slice(shape.RowOf(-y.Frequency, -z.Frequency) * shape.HalfWidth, shape.HalfWidth);
        var weight = y.Weight * z.Weight;
        for (var x = 0; x < axis.PlainCount; x++)
            target[x] += row[x] * weight;
        if (axis.PlainCount > axis.SharedFrequency)
            return;
        foreach (var nyquist in axis.Sources(axis.SharedFrequency))
        {
            var value = nyquist.Frequency >= 0 ? row[nyquist.Frequency] : mateRow[-nyquist.Frequency].Conjugate;
            target[axis.SharedFrequency] += value * (weight * nyquist.Weight);
        }
    }
}
