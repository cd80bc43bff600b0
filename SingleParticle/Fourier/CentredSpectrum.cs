namespace SingleParticle.Fourier;

/// <summary>Moves the origin of a half spectrum between voxel 0 and the centre of the box.</summary>
/// <remarks>
/// The FFT takes voxel 0 as the origin, images and volumes take voxel c = box / 2 (integer division) of every axis. Moving to the
/// centre multiplies coefficient k by exp(+2 pi i c (kx + ky + kz) / box); in an even box that is (-1)^(kx + ky + kz).
/// </remarks>
public static class CentredSpectrum
{
    /// <summary>From the FFT's origin, voxel 0, to the centre, in place.</summary>
    /// <param name="halfSpectrum">Coefficients about voxel 0.</param>
    /// <param name="shape">Their layout.</param>
    public static void ToCentre(Span<ComplexFloat> halfSpectrum, HalfSpectrumShape shape) => Turn(halfSpectrum, shape, shape.Box / 2);

    /// <summary>From the centre to the FFT's origin, voxel 0, in place.</summary>
    /// <param name="halfSpectrum">Coefficients about the centre.</param>
    /// <param name="shape">Their layout.</param>
    public static void FromCentre(Span<ComplexFloat> halfSpectrum, HalfSpectrumShape shape) => Turn(halfSpectrum, shape, -(shape.Box / 2));

    private static void Turn(Span<ComplexFloat> halfSpectrum, HalfSpectrumShape shape, int originVoxel)
    {
        shape.Check(halfSpectrum.Length);
        var roots = shape.Box % 2 == 0 ? [] : Roots(shape.Box, originVoxel);
        for (var row = 0; row < shape.RowCount; row++)
        {
            var values = halfSpectrum.Slice(row * shape.HalfWidth, shape.HalfWidth);
            var first = (row % shape.Box) + (row / shape.Box);
            if (shape.Box % 2 == 0)
                ChangeSigns(values, (first + 1) % 2);
            else
                Multiply(values, roots, first % shape.Box);
        }
    }

    private static void ChangeSigns(Span<ComplexFloat> values, int firstChanged)
    {
        for (var x = firstChanged; x < values.Length; x += 2)
            values[x] = -values[x];
    }

    private static void Multiply(Span<ComplexFloat> values, ComplexFloat[] roots, int first)
    {
        for (var x = 0; x < values.Length; x++)
        {
            var turn = first + x;
            values[x] *= roots[turn >= roots.Length ? turn - roots.Length : turn];
        }
    }

    private static ComplexFloat[] Roots(int box, int originVoxel)
    {
        var roots = new ComplexFloat[box];
        for (var k = 0; k < box; k++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * ((long)k * originVoxel % box) / box);
            roots[k] = new ComplexFloat((float)cosine, (float)sine);
        }

        return roots;
    }
}
