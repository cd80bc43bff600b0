using SingleParticle.Fourier;

namespace Plugin.Phantom.Imaging;

/// <summary>What is needed to transform points in a plane, for one box: a grid twice as fine, and how to read its transform.</summary>
/// <remarks>
/// Points are spread as Gaussians of variance <see cref="SpreadVariance"/> over <see cref="Taps"/> x Taps grid points; dividing the
/// transform by the Gaussian's own gives sum of w exp(-2 pi i k.x / box) (Greengard, Lee 2004, doi:10.1137/S003614450343200X). The copies
/// that the grid brings in and what is cut off the Gaussian are below 1e-6 of the largest coefficient. Immutable, safe to share.
/// </remarks>
internal sealed class PointGrid
{
    /// <summary>Grid points along each axis over which a point is spread.</summary>
    public const int Taps = 16;

    /// <summary>Variance of the Gaussian, squared grid steps.</summary>
    public const double SpreadVariance = 1.6;

    /// <summary>Plans a box.</summary>
    /// <param name="box">Edge in pixels, even.</param>
    public PointGrid(int box)
    {
        Box = box;
        Edge = BoxSizes.SmallestFast(Math.Max(2 * box, 2 * Taps));
        Fft = new RealFft2D(Edge);
        var shape = HalfSpectrumShape.OfImage(box);
        Sources = new int[shape.Length];
        Gains = new float[shape.Length];
        for (var row = 0; row < box; row++)
        {
            var y = shape.FrequencyY(row);
            for (var x = 0; x < shape.HalfWidth; x++)
            {
                var i = (row * shape.HalfWidth) + x;
                Sources[i] = ((y < 0 ? y + Edge : y) * Fft.HalfWidth) + x;
                Gains[i] = Math.Max(x, Math.Abs(y)) < box / 2 ? (float)Gain(x, y) : 0;
            }
        }
    }

    /// <summary>Edge of the box in pixels.</summary>
    public int Box { get; }

    /// <summary>Edge of the grid in its own steps.</summary>
    public int Edge { get; }

    /// <summary>Transform of the grid.</summary>
    public RealFft2D Fft { get; }

    /// <summary>Where the frequencies of the box's half spectrum [y, x] stand in that of the grid.</summary>
    public int[] Sources { get; }

    /// <summary>Factors on them; 0 at the Nyquist frequency, which has no sign.</summary>
    public float[] Gains { get; }

    // The origin is in the middle of the grid, hence the alternating sign.
    private double Gain(int x, int y) =>
        (((x + y) & 1) == 0 ? 1 : -1) * Math.Exp(2 * Math.PI * Math.PI * SpreadVariance * ((x * x) + (y * y)) / ((double)Edge * Edge));
}
