using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SingleParticle.Fourier;

namespace Plugin.Phantom.Imaging;

/// <summary>Transforms weighted points in a plane; the buffers of one thread.</summary>
internal sealed class PointTransform
{
    // Grid points to the left of a point's own.
    private const int TapsBelow = (PointGrid.Taps / 2) - 1;

    private static readonly double Norm = 1 / Math.Sqrt(2 * Math.PI * PointGrid.SpreadVariance);
    private static readonly double[] TapFactors =
        [.. Enumerable.Range(-TapsBelow, PointGrid.Taps).Select(d => Math.Exp(-(d * d) / (2 * PointGrid.SpreadVariance)))];

    private readonly PointGrid _grid;
    private readonly float[] _density;
    private readonly ComplexFloat[] _spectrum;

    /// <summary>Makes buffers.</summary>
    /// <param name="grid">Grid.</param>
    public PointTransform(PointGrid grid)
    {
        _grid = grid;
        _density = new float[grid.Fft.ImageLength];
        _spectrum = new ComplexFloat[grid.Fft.SpectrumLength];
    }

    /// <summary>Takes all points away.</summary>
    public void Clear() => Array.Clear(_density);

    /// <summary>Adds a point; what lies beyond the box's edge comes in at the other.</summary>
    /// <param name="x">Pixels from the origin.</param>
    /// <param name="y">Pixels from the origin.</param>
    /// <param name="weight">Weight.</param>
    public void Add(double x, double y, double weight)
    {
        Span<float> columns = stackalloc float[PointGrid.Taps];
        Span<float> rows = stackalloc float[PointGrid.Taps];
        var firstColumn = Spread(x, 1, columns);
        var firstRow = Spread(y, weight, rows);
        var edge = _grid.Edge;
        for (var tap = 0; tap < PointGrid.Taps; tap++)
        {
            var row = firstRow + tap;
            row = row >= edge ? row - edge : row;
            if (firstColumn + PointGrid.Taps <= edge)
                AddRow(_density.AsSpan((row * edge) + firstColumn, PointGrid.Taps), columns, rows[tap]);
            else
                AddWrapped(_density.AsSpan(row * edge, edge), firstColumn, columns, rows[tap]);
        }
    }

    /// <summary>Transforms the points added so far.</summary>
    public void Transform() => _grid.Fft.Forward(_density, _spectrum);

    /// <summary>The last transform at one frequency: times <see cref="PointGrid.Gains"/>, sum of w exp(-2 pi i k.x / box).</summary>
    /// <param name="index">Index in the half spectrum of the box.</param>
    public ComplexFloat At(int index) => _spectrum[_grid.Sources[index]];

    private static void AddRow(Span<float> target, ReadOnlySpan<float> columns, float weight)
    {
        if (!Vector256.IsHardwareAccelerated)
        {
            AddWrapped(target, 0, columns, weight);
            return;
        }

        ref var to = ref MemoryMarshal.GetReference(target);
        ref var from = ref MemoryMarshal.GetReference(columns);
        for (nuint i = 0; i < PointGrid.Taps; i += (nuint)Vector256<float>.Count)
            ((Vector256.LoadUnsafe(ref from, i) * weight) + Vector256.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
    }

    private static void AddWrapped(Span<float> row, int first, ReadOnlySpan<float> columns, float weight)
    {
        for (var tap = 0; tap < columns.Length; tap++)
        {
            var column = first + tap;
            row[column >= row.Length ? column - row.Length : column] += columns[tap] * weight;
        }
    }

    // exp(-(d - f)² / 2 v) = exp(-d² / 2 v) exp(f / v)^d exp(-f² / 2 v): two exponentials for all taps.
    private int Spread(double pixels, double weight, Span<float> taps)
    {
        var place = (pixels * _grid.Edge / _grid.Box) + (_grid.Edge / 2);
        var whole = Math.Floor(place);
        var fraction = place - whole;
        var step = Math.Exp(fraction / PointGrid.SpreadVariance);
        var factor = weight * Norm * Math.Exp(-fraction * ((fraction / 2) + TapsBelow) / PointGrid.SpreadVariance);
        for (var tap = 0; tap < taps.Length; tap++)
        {
            taps[tap] = (float)(factor * TapFactors[tap]);
            factor *= step;
        }

        var first = ((long)whole - TapsBelow) % _grid.Edge;
        return (int)(first < 0 ? first + _grid.Edge : first);
    }
}
