namespace SingleParticle.Projection;

/// <summary>The one interpolation kernel of projection and back-projection: Kaiser-Bessel, four taps per axis.</summary>
/// <remarks>
/// phi(d) = I0(beta sqrt(1 - (d / 2)²)) / norm for |d| &lt; 2 grid voxels, norm chosen so that the kernel integrates to 1
/// (docs/method/2-projection.md, equation 2.3). Width and beta are the outcome of docs/decisions/0002-interpolation.md.
/// A coordinate c = floor(c) + f is read from the voxels floor(c) - 1 .. floor(c) + 2 with weights that are polynomials in
/// f - 1/2, fitted once to double accuracy. J. D. O'Sullivan (1985), doi:10.1109/TMI.1985.4307723; J. I. Jackson et al. (1991),
/// doi:10.1109/42.97598.
/// </remarks>
public static class InterpolationKernel
{
    /// <summary>Taps per axis.</summary>
    public const int Width = 4;

    /// <summary>Taps below the voxel that holds the coordinate.</summary>
    public const int TapsBelow = 1;

    /// <summary>The largest distance in voxels between a coordinate and a voxel it touches.</summary>
    public const int Reach = 2;

    /// <summary>Shape parameter of the Kaiser-Bessel window.</summary>
    public const double Beta = 7.75;

    /// <summary>Degree of the polynomials that give the weights.</summary>
    public const int Degree = 8;

    private static readonly double Norm = Integral();
    private static readonly float[] Table = FitAllTaps();
    private static readonly float[] FourfoldTable = Fourfold();

    /// <summary>Coefficients of the weights, [power, tap], constants first: weight = sum of coefficient (f - 1/2)^power.</summary>
    public static ReadOnlySpan<float> Coefficients => Table;

    /// <summary>The same four times over, [power, 4, tap], for vectors that hold the weights of several coordinates.</summary>
    internal static ReadOnlySpan<float> FourfoldCoefficients => FourfoldTable;

    /// <summary>The kernel itself.</summary>
    /// <param name="distance">Distance in voxels, of either sign.</param>
    public static double Value(double distance) => Math.Abs(distance) >= Reach ? 0 : Window(distance) / Norm;

    /// <summary>The four weights of a coordinate.</summary>
    /// <param name="fraction">The coordinate less its floor, in [0, 1).</param>
    /// <param name="weights">Receives the weights of the voxels floor - 1 .. floor + 2.</param>
    public static void Weights(float fraction, Span<float> weights)
    {
        var z = fraction - 0.5f;
        var table = Table;
        for (var tap = 0; tap < Width; tap++)
        {
            var value = table[(Degree * Width) + tap];
            for (var power = Degree - 1; power >= 0; power--) value = (value * z) + table[(power * Width) + tap];
            weights[tap] = value;
        }
    }

    private static double Window(double distance)
    {
        var half = distance / Reach;
        return BesselI0(Beta * Math.Sqrt(Math.Max(0, 1 - (half * half))));
    }

    private static double BesselI0(double x)
    {
        double sum = 1, term = 1;
        for (var k = 1; term > sum * 1e-17; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    /// <remarks>The window is smooth inside its support, so Simpson's rule on 2,000 intervals is exact to rounding.</remarks>
    private static double Integral()
    {
        const int intervals = 2000;
        const double step = 2.0 * Reach / intervals;
        double sum = 0;
        for (var i = 0; i <= intervals; i++)
        {
            var weight = i is 0 or intervals ? 1 : 2 + (2 * (i % 2));
            sum += weight * Window(-Reach + (i * step));
        }
        return sum * step / 3;
    }

    private static float[] FitAllTaps()
    {
        var table = new float[(Degree + 1) * Width];
        for (var tap = 0; tap < Width; tap++)
        {
            var coefficients = Fit(tap);
            for (var power = 0; power <= Degree; power++) table[(power * Width) + tap] = (float)coefficients[power];
        }
        return table;
    }

    private static float[] Fourfold()
    {
        var table = new float[4 * Table.Length];
        for (var i = 0; i < table.Length; i++) table[i] = Table[(i / (4 * Width) * Width) + (i % Width)];
        return table;
    }

    /// <remarks>Newton's interpolation at the Chebyshev points of [-1/2, 1/2], multiplied out to powers.</remarks>
    private static double[] Fit(int tap)
    {
        var points = new double[Degree + 1];
        var differences = new double[Degree + 1];
        for (var i = 0; i <= Degree; i++)
        {
            points[i] = 0.5 * Math.Cos(Math.PI * ((2 * i) + 1) / (2 * (Degree + 1)));
            differences[i] = Window(points[i] + 0.5 + TapsBelow - tap) / Norm;
        }
        for (var order = 1; order <= Degree; order++)
            for (var i = Degree; i >= order; i--)
                differences[i] = (differences[i] - differences[i - 1]) / (points[i] - points[i - order]);
        var result = new double[Degree + 1];
        for (var i = Degree; i >= 0; i--)
        {
            for (var power = Degree; power > 0; power--) result[power] = result[power - 1] - (points[i] * result[power]);
            result[0] = differences[i] - (points[i] * result[0]);
        }
        return result;
    }
}
