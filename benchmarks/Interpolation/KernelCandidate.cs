namespace Benchmarks.Interpolation;

/// <summary>A separable interpolation kernel tabulated finely over the fraction, with its least-squares deapodisation.</summary>
internal sealed class KernelCandidate
{
    private const int FractionCount = 1024;
    private readonly double[][] weights = new double[FractionCount + 1][];

    private KernelCandidate(string name, int width, Func<double, double[]> weightsAt)
    {
        Name = name;
        Width = width;
        for (var i = 0; i <= FractionCount; i++) weights[i] = weightsAt((double)i / FractionCount);
    }

    public string Name { get; }

    public int Width { get; }

    /// <summary>Weights of the taps First(width)..First(width)+width-1 relative to the cell's base, fraction in [0, 1].</summary>
    public double[] Weights(double fraction)
    {
        var at = fraction * FractionCount;
        var low = Math.Min((int)at, FractionCount - 1);
        var part = at - low;
        var result = new double[Width];
        for (var t = 0; t < Width; t++) result[t] = ((1 - part) * weights[low][t]) + (part * weights[low + 1][t]);
        return result;
    }

    /// <summary>Even widths take floor(k) as base, odd ones take floor(k + 1/2); the fraction then runs over one cell either way.</summary>
    public (int First, double Fraction) Locate(double coordinate)
    {
        var shift = (Width % 2 == 0) ? 0.0 : 0.5;
        var cell = Math.Floor(coordinate + shift);
        return ((int)cell - ((Width - 1) / 2), coordinate + shift - cell);
    }

    public double Offset(int tap, double fraction) => fraction - ((Width % 2 == 0) ? 0 : 0.5) + ((Width - 1) / 2) - tap;

    /// <summary>Real-space weight that minimises the error at position xi (in boxes) averaged over the fraction.</summary>
    public double Deapodisation(double xi)
    {
        double cross = 0, power = 0;
        for (var i = 0; i < FractionCount; i += 8)
        {
            var (re, im) = Response(i + 4, xi);
            cross += re;
            power += (re * re) + (im * im);
        }
        return cross / power;
    }

    private (double Re, double Im) Response(int i, double xi)
    {
        double re = 0, im = 0;
        for (var t = 0; t < Width; t++)
        {
            var phase = 2 * Math.PI * Offset(t, (double)i / FractionCount) * xi;
            re += weights[i][t] * Math.Cos(phase);
            im += weights[i][t] * Math.Sin(phase);
        }
        return (re, im);
    }

    public static KernelCandidate KaiserBessel(int width, double beta)
    {
        return new KernelCandidate(
            FormattableString.Invariant($"KB {beta:F1}"), width, f => Enumerable.Range(0, width).Select(t => Value(t, f)).ToArray());
        double Value(int t, double f)
        {
            var u = 2 * (f - ((width % 2 == 0) ? 0 : 0.5) + ((width - 1) / 2) - t) / width;
            return BesselI0(beta * Math.Sqrt(Math.Max(0, 1 - (u * u)))) / BesselI0(beta);
        }
    }

    /// <summary>
    /// Alternates between the best weights and the best deapodisation for a ball of uniform power of the given radius (in boxes).
    /// </summary>
    public static KernelCandidate LeastSquares(int width, double radius, int iterations, double start)
    {
        var kernel = KaiserBessel(width, start);
        const int points = 64;
        var xi = Enumerable.Range(0, points).Select(i => radius * (i + 0.5) / points).ToArray();
        var density = xi.Select(x => 1 - (x / radius * (x / radius))).ToArray();
        for (var pass = 0; pass < iterations; pass++)
        {
            var deapodisation = xi.Select(kernel.Deapodisation).ToArray();
            var previous = kernel;
            kernel = new KernelCandidate($"LS {radius:F2}", width, f => Solve(previous, xi, density, deapodisation, f));
        }
        return kernel;
    }

    private static double[] Solve(KernelCandidate kernel, double[] xi, double[] density, double[] deapodisation, double fraction)
    {
        var width = kernel.Width;
        var matrix = new double[width, width + 1];
        for (var t = 0; t < width; t++)
        {
            for (var s = 0; s < width; s++)
                for (var i = 0; i < xi.Length; i++)
                    matrix[t, s] += density[i] * deapodisation[i] * deapodisation[i] * Math.Cos(2 * Math.PI * (t - s) * xi[i]);
            for (var i = 0; i < xi.Length; i++)
                matrix[t, width] += density[i] * deapodisation[i] * Math.Cos(2 * Math.PI * kernel.Offset(t, fraction) * xi[i]);
        }
        return Eliminate(matrix, width);
    }

    private static double[] Eliminate(double[,] matrix, int size)
    {
        for (var p = 0; p < size; p++)
            for (var r = 0; r < size; r++)
            {
                if (r == p) continue;
                var factor = matrix[r, p] / matrix[p, p];
                for (var c = p; c <= size; c++) matrix[r, c] -= factor * matrix[p, c];
            }
        return Enumerable.Range(0, size).Select(i => matrix[i, size] / matrix[i, i]).ToArray();
    }

    private static double BesselI0(double x)
    {
        double sum = 1, term = 1;
        for (var k = 1; k < 60; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
