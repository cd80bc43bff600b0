namespace SingleParticle.Fourier;

/// <summary>The independent Fourier pixels of a real image within a range of shells, in the order the likelihood visits them.</summary>
/// <remarks>
/// All (x, y) with x above 0, or x = 0 and y above 0, whose shell = round(sqrt(x² + y²)) is in range. Each stands for itself and its
/// Friedel mate (-x, -y). Ordered by shell, within a shell by angle from -y to +y, then by radius, so that neighbours in the list are
/// neighbours in the plane. Immutable.
/// </remarks>
public sealed class HalfPlane
{
    private readonly short[] _x;
    private readonly short[] _y;
    private readonly int[] _shellOffsets;

    /// <summary>Lists the pixels.</summary>
    /// <param name="box">Edge length of the image in pixels.</param>
    /// <param name="firstShell">Lowest shell, at least 1: the mean of an image carries no signal.</param>
    /// <param name="lastShell">Highest shell, at most box / 2 - 1.</param>
    public HalfPlane(int box, int firstShell, int lastShell)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(box, 2 * short.MaxValue);
        ArgumentOutOfRangeException.ThrowIfLessThan(firstShell, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastShell, firstShell);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lastShell, (box / 2) - 1);
        (Box, FirstShell, LastShell) = (box, firstShell, lastShell);
        var shells = CollectShells();
        _shellOffsets = new int[shells.Length + 1];
        for (var i = 0; i < shells.Length; i++)
            _shellOffsets[i + 1] = _shellOffsets[i] + shells[i].Count;
        _x = [.. shells.SelectMany(pixels => pixels).Select(pixel => (short)pixel.X)];
        _y = [.. shells.SelectMany(pixels => pixels).Select(pixel => (short)pixel.Y)];
    }

    /// <summary>Edge length of the image in pixels.</summary>
    public int Box { get; }

    /// <summary>Lowest shell in the list.</summary>
    public int FirstShell { get; }

    /// <summary>Highest shell in the list.</summary>
    public int LastShell { get; }

    /// <summary>Number of shells, LastShell - FirstShell + 1.</summary>
    public int ShellCount => _shellOffsets.Length - 1;

    /// <summary>Number of pixels.</summary>
    public int PixelCount => _x.Length;

    /// <summary>Frequency x of every pixel, 0 to LastShell.</summary>
    public ReadOnlySpan<short> X => _x;

    /// <summary>Frequency y of every pixel, -LastShell to LastShell.</summary>
    public ReadOnlySpan<short> Y => _y;

    /// <summary>Start of every shell in the list, FirstShell first; one more entry than shells, the last being PixelCount.</summary>
    public ReadOnlySpan<int> ShellOffsets => _shellOffsets;

    /// <summary>Reads the pixels' values from a half spectrum.</summary>
    /// <param name="halfSpectrum">Coefficients [y, x] of an image of any box of at least 2 LastShell + 2.</param>
    /// <param name="spectrumBox">Edge length of that image in pixels; larger than Box crops on the way.</param>
    /// <param name="values">Filled in list order, PixelCount of them.</param>
    /// <remarks>Every listed pixel has x of at least 0 and lies below Nyquist, so the half spectrum holds it, not its mate alone.</remarks>
    public void Gather(ReadOnlySpan<ComplexFloat> halfSpectrum, int spectrumBox, Span<ComplexFloat> values)
    {
        var shape = CheckedShape(halfSpectrum.Length, spectrumBox, values.Length);
        for (var i = 0; i < _x.Length; i++)
            values[i] = halfSpectrum[IndexOf(shape, _x[i], _y[i])];
    }

    /// <summary>Writes the pixels' values, and on column x = 0 their conjugates at the mates, into a half spectrum.</summary>
    /// <param name="values">Values in list order.</param>
    /// <param name="halfSpectrum">Coefficients [y, x]; other pixels are left as they are.</param>
    /// <param name="spectrumBox">Edge length of its image in pixels.</param>
    public void Scatter(ReadOnlySpan<ComplexFloat> values, Span<ComplexFloat> halfSpectrum, int spectrumBox)
    {
        var shape = CheckedShape(halfSpectrum.Length, spectrumBox, values.Length);
        for (var i = 0; i < _x.Length; i++)
        {
            halfSpectrum[IndexOf(shape, _x[i], _y[i])] = values[i];
            if (_x[i] == 0)
                halfSpectrum[IndexOf(shape, 0, -_y[i])] = values[i].Conjugate;
        }
    }

    private static int IndexOf(HalfSpectrumShape shape, int x, int y) => (shape.RowOf(y, 0) * shape.HalfWidth) + x;

    private HalfSpectrumShape CheckedShape(int spectrumLength, int spectrumBox, int valueCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(spectrumBox, (2 * LastShell) + 2);
        var shape = HalfSpectrumShape.OfImage(spectrumBox);
        shape.Check(spectrumLength);
        if (valueCount != PixelCount)
            throw new ArgumentException($"the half plane has {PixelCount} pixels, not {valueCount}", nameof(valueCount));
        return shape;
    }

    private List<(int X, int Y)>[] CollectShells()
    {
        var shells = new List<(int X, int Y)>[LastShell - FirstShell + 1];
        for (var i = 0; i < shells.Length; i++)
            shells[i] = [];
        for (var x = 0; x <= LastShell; x++)
        {
            for (var y = x == 0 ? 1 : -LastShell; y <= LastShell; y++)
            {
                var shell = RadialShells.Of((x * x) + (y * y));
                if (shell >= FirstShell && shell <= LastShell)
                    shells[shell - FirstShell].Add((x, y));
            }
        }

        foreach (var pixels in shells)
            pixels.Sort(ByAngle);
        return shells;
    }

    // All pixels lie in the right half plane, where the sign of the cross product orders angles exactly, in integers.
    private static int ByAngle((int X, int Y) left, (int X, int Y) right)
    {
        var turn = ((long)left.Y * right.X).CompareTo((long)right.Y * left.X);
        return turn != 0 ? turn : (left.X + Math.Abs(left.Y)).CompareTo(right.X + Math.Abs(right.Y));
    }
}
