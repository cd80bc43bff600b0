using SingleParticle.Estimation.Subspace;

namespace SingleParticle.Tests.Estimation.Subspace;

/// <summary>Equations 26 and 27 of docs/method/3-classification.md for one particle, as they stand, by elimination.</summary>
internal sealed class PlainMixture
{
    /// <summary>Integrates out W.</summary>
    public PlainMixture(LatentParticles latent, int index, double[] spread)
    {
        var size = latent.Dimension;
        var (g, b) = (latent.Precision(index).ToArray(), latent.Projection(index).ToArray());

        // [1 + G W | G b]: what is left on the right is (1 + G W)^-1 G = (G^-1 + W)^-1 and (1 + G W)^-1 b.
        var rows = new double[size][];
        for (var row = 0; row < size; row++)
        {
            var through = Enumerable.Range(0, size).Select(column =>
                (row == column ? 1 : 0) + Enumerable.Range(0, size).Sum(k => g[(row * size) + k] * spread[(k * size) + column]));
            rows[row] = [.. through, .. g[(row * size)..((row + 1) * size)], b[row]];
        }

        var determinant = Eliminate(rows);
        Precision = [.. rows.SelectMany(row => row[size..(2 * size)])];
        Projection = [.. rows.Select(row => row[2 * size])];

        // log of the integral of N(z; 0, W) exp(b.z - z'G z / 2) = (b'W (1 + G W)^-1 b - log det(1 + G W)) / 2.
        var explained = Enumerable.Range(0, size * size).Sum(i => b[i / size] * spread[i] * Projection[i % size]);
        AtOrigin = (explained - Math.Log(determinant)) / 2;
    }

    /// <summary>(G^-1 + W)^-1, [row, column].</summary>
    public double[] Precision { get; }

    /// <summary>(1 + G W)^-1 b.</summary>
    public double[] Projection { get; }

    /// <summary>Log-likelihood at a centre of 0.</summary>
    public double AtOrigin { get; }

    /// <summary>What a centre leaves of the projection.</summary>
    public double[] Rest(double[] centre) =>
        [.. centre.Select((_, row) => Projection[row] - centre.Select((c, k) => Precision[(row * centre.Length) + k] * c).Sum())];

    /// <summary>log pi_k and the log-likelihood at the centre of class k.</summary>
    public double[] Joint(double[][] centres, double[] logWeights) =>
        [.. centres.Select((centre, k) =>
            logWeights[k] + AtOrigin + centre.Select((c, q) => c * (Projection[q] + Rest(centre)[q]) / 2).Sum())];

    /// <summary>Gauss and Jordan, with the greatest pivot of a column.</summary>
    /// <returns>The determinant's size.</returns>
    private static double Eliminate(double[][] rows)
    {
        var determinant = 1.0;
        for (var pivot = 0; pivot < rows.Length; pivot++)
        {
            var best = Enumerable.Range(pivot, rows.Length - pivot).MaxBy(row => Math.Abs(rows[row][pivot]));
            (rows[pivot], rows[best]) = (rows[best], rows[pivot]);
            var scale = rows[pivot][pivot];
            determinant *= Math.Abs(scale);
            rows[pivot] = Array.ConvertAll(rows[pivot], value => value / scale);
            for (var row = 0; row < rows.Length; row++)
            {
                var factor = rows[row][pivot];
                if (row != pivot)
                    rows[row] = [.. rows[row].Zip(rows[pivot], (value, above) => value - (factor * above))];
            }
        }

        return determinant;
    }
}
