using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace Plugin.Phantom.Comparison;

/// <summary>By how much a map is a reference stretched along one axis and squeezed along another.</summary>
/// <remarks>
/// Least squares of map = gain V + offset - sum_ab E_ab x_a dV/dx_b, E symmetric, V the reference and x the place from the centre: what a
/// small strain E makes of V. The stretch is the largest eigenvalue of E less the smallest.
/// </remarks>
internal static class MapStretch
{
    private const int Unknowns = 8;
    private const double LowPassPixels = 3;
    private const double EdgeShells = 2;

    private static readonly (int A, int B)[] Pairs = [(0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (1, 2)];

    /// <summary>Stretch of a map in per cent.</summary>
    /// <param name="map">Map.</param>
    /// <param name="reference">Reference in the same box in Å; brought to the grid of the map.</param>
    public static double PercentOf(Volume map, Volume reference)
    {
        var cutoff = LowPassPixels * map.PixelSizeAngstrom;
        var smooth = FourierFilter.LowPass(map, cutoff, EdgeShells);
        var known = FourierFilter.LowPass(VolumeResampler.Resample(reference, map.BoxVoxels), cutoff, EdgeShells);
        var (matrix, right) = (new double[Unknowns, Unknowns], new double[Unknowns]);
        var row = new double[Unknowns];
        var n = map.BoxVoxels;
        for (var i = 0; i < map.Values.Length; i++)
        {
            var (x, y, z) = (i % n, i / n % n, i / (n * n));
            if (Math.Min(Math.Min(x, y), z) < 1 || Math.Max(Math.Max(x, y), z) > n - 2)
                continue;
            Fill(row, known.Values, i, n, [x - (n / 2), y - (n / 2), z - (n / 2)]);
            for (var a = 0; a < Unknowns; a++)
            {
                right[a] += row[a] * smooth.Values[i];
                for (var b = 0; b < Unknowns; b++)
                    matrix[a, b] += row[a] * row[b];
            }
        }

        var solution = Solve(matrix, right);
        return 100 * Spread([.. solution.AsSpan(2).ToArray().Select(strain => strain / solution[0])]);
    }

    /// <summary>Largest over maps of their stretch against the reference that each is most like, in per cent.</summary>
    /// <param name="maps">Maps.</param>
    /// <param name="references">References.</param>
    public static double LargestPercent(IReadOnlyList<Volume> maps, IReadOnlyList<Volume> references) =>
        maps.Max(map => PercentOf(map, references.MaxBy(reference => Likeness(map, reference))!));

    private static void Fill(double[] row, float[] values, int i, int n, ReadOnlySpan<int> place)
    {
        ReadOnlySpan<int> steps = [1, n, n * n];
        (row[0], row[1]) = (values[i], 1);
        for (var pair = 0; pair < Pairs.Length; pair++)
        {
            var (a, b) = Pairs[pair];
            row[2 + pair] = -place[a] * Slope(values, i, steps[b]);
            if (a != b)
                row[2 + pair] -= place[b] * Slope(values, i, steps[a]);
        }
    }

    private static double Slope(float[] values, int i, int step) => (values[i + step] - (double)values[i - step]) / 2;

    private static double Likeness(Volume map, Volume reference)
    {
        var known = VolumeResampler.Resample(reference, map.BoxVoxels);
        double product = 0, power = 0;
        for (var i = 0; i < map.Values.Length; i++)
            (product, power) = (product + ((double)map.Values[i] * known.Values[i]), power + ((double)known.Values[i] * known.Values[i]));
        return product / Math.Sqrt(power);
    }

    // Gauss with pivots.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        for (var column = 0; column < Unknowns; column++)
        {
            var pivot = Enumerable.Range(column, Unknowns - column).MaxBy(r => Math.Abs(matrix[r, column]));
            for (var c = 0; c < Unknowns; c++)
                (matrix[column, c], matrix[pivot, c]) = (matrix[pivot, c], matrix[column, c]);
            (right[column], right[pivot]) = (right[pivot], right[column]);
            for (var r = 0; r < Unknowns; r++)
            {
                if (r == column)
                    continue;
                var factor = matrix[r, column] / matrix[column, column];
                for (var c = column; c < Unknowns; c++)
                    matrix[r, c] -= factor * matrix[column, c];
                right[r] -= factor * right[column];
            }
        }

        return [.. right.Select((value, r) => value / matrix[r, r])];
    }

    // Eigenvalues of a symmetric 3 x 3 matrix by its invariants (O. K. Smith 1961, doi:10.1145/355578.366316).
    private static double Spread(double[] e)
    {
        var mean = (e[0] + e[1] + e[2]) / 3;
        var (x, y, z) = (e[0] - mean, e[1] - mean, e[2] - mean);
        var p = Math.Sqrt(((x * x) + (y * y) + (z * z) + (2 * ((e[3] * e[3]) + (e[4] * e[4]) + (e[5] * e[5])))) / 6);
        if (p == 0)
            return 0;
        var determinant = (x * ((y * z) - (e[5] * e[5]))) - (e[3] * ((e[3] * z) - (e[5] * e[4]))) + (e[4] * ((e[3] * e[5]) - (y * e[4])));
        var angle = Math.Acos(Math.Clamp(determinant / (2 * p * p * p), -1, 1)) / 3;
        return 2 * p * (Math.Cos(angle) - Math.Cos(angle + (2 * Math.PI / 3)));
    }
}
