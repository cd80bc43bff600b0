using System.Globalization;
using SingleParticle.Compute;
using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace SingleParticle.Statistics;

/// <summary>How well two maps agree, shell by shell of their Fourier transforms.</summary>
/// <remarks>
/// FSC(s) = Re sum F G* / sqrt(sum |F|² sum |G|²) over the frequencies whose radius rounds to s, s = 0 .. box / 2; 0 where a map has no
/// power. Sums are in double precision and in a fixed order. Source: Harauz, van Heel 1986, Optik 73, 146-156.
/// </remarks>
public static class FourierShellCorrelation
{
    /// <summary>The curve between two volumes.</summary>
    /// <param name="first">One map.</param>
    /// <param name="second">The other, of the same box and pixel size.</param>
    /// <param name="threadCount">Most threads to use.</param>
    public static FourierShellCurve Between(Volume first, Volume second, int threadCount = 1)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        CheckSameGrid(first, second);
        var fft = new RealFft3D(first.BoxVoxels, threadCount);
        var firstSpectrum = new ComplexFloat[fft.SpectrumLength];
        var secondSpectrum = new ComplexFloat[fft.SpectrumLength];
        fft.Forward(first.Values, firstSpectrum);
        fft.Forward(second.Values, secondSpectrum);
        return Between(firstSpectrum, secondSpectrum, HalfSpectrumShape.OfVolume(first.BoxVoxels), first.PixelSizeAngstrom, threadCount);
    }

    /// <summary>The curve between two half spectra.</summary>
    /// <param name="first">Coefficients of one map or image.</param>
    /// <param name="second">Those of the other, about the same origin.</param>
    /// <param name="shape">Their layout.</param>
    /// <param name="pixelSizeAngstrom">Edge of a pixel in Å.</param>
    /// <param name="threadCount">Most threads to use.</param>
    public static FourierShellCurve Between(
        ReadOnlyMemory<ComplexFloat> first,
        ReadOnlyMemory<ComplexFloat> second,
        HalfSpectrumShape shape,
        double pixelSizeAngstrom,
        int threadCount = 1)
    {
        shape.Check(first.Length);
        shape.Check(second.Length);
        var shells = RadialShells.BySquaredRadius(shape);
        var planes = new ShellSums[shape.RowCount / shape.Box];
        WorkPartition.Run(planes.Length, threadCount, plane =>
        {
            planes[plane] = new ShellSums(shape.Box);
            var firstRow = plane * shape.Box;
            for (var row = firstRow; row < firstRow + shape.Box; row++)
                AddRow(first.Span, second.Span, shape, row, shells, planes[plane]);
        });
        var total = new ShellSums(shape.Box);
        foreach (var plane in planes)
            total.Add(plane);
        return new FourierShellCurve([.. total.Correlations()], shape.Box, pixelSizeAngstrom);
    }

    private static void CheckSameGrid(Volume first, Volume second)
    {
        if (first.BoxVoxels != second.BoxVoxels)
        {
            throw new ArgumentException(
                $"the maps have boxes of {first.BoxVoxels} and {second.BoxVoxels} voxels; resample one first", nameof(second));
        }

        var (firstPixel, secondPixel) = (first.PixelSizeAngstrom, second.PixelSizeAngstrom);
        if (Math.Abs(firstPixel - secondPixel) <= 1e-3 * firstPixel)
            return;
        throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"the maps have pixels of {firstPixel} and {secondPixel} Å; resample one first"),
            nameof(second));
    }

    private static void AddRow(
        ReadOnlySpan<ComplexFloat> first, ReadOnlySpan<ComplexFloat> second, HalfSpectrumShape shape, int row, int[] shells, ShellSums sums)
    {
        var rowSquared = RadialShells.RowSquaredRadius(shape, row);
        var f = first.Slice(row * shape.HalfWidth, shape.HalfWidth);
        var g = second.Slice(row * shape.HalfWidth, shape.HalfWidth);
        for (var x = 0; x < f.Length; x++)
        {
            var shell = shells[(x * x) + rowSquared];
            if (shell > shape.Box / 2)
                return;
            var standsForMate = x > 0 && 2 * x != shape.Box;
            sums.AddPair(shell, f[x], g[x], standsForMate ? 2 : 1);
        }
    }
}
