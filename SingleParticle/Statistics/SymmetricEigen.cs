namespace SingleParticle.Statistics;

/// <summary>Eigenvalues and eigenvectors of small symmetric matrices by Jacobi's rotations.</summary>
/// <remarks>Jacobi 1846; convergence is quadratic. A fixed order of rotations gives the same bits every time.</remarks>
public static class SymmetricEigen
{
    private const int MostSweeps = 60;

    /// <summary>Decomposes a matrix.</summary>
    /// <param name="matrix">Symmetric matrix; left as it is.</param>
    /// <returns>Eigenvalues, largest first, and eigenvectors as columns of unit length in the same order.</returns>
    public static (double[] Values, double[,] Vectors) Decompose(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        var (a, v) = ((double[,])matrix.Clone(), new double[size, size]);
        for (var i = 0; i < size; i++)
            v[i, i] = 1;
        for (var sweep = 0; sweep < MostSweeps && !IsDiagonal(a); sweep++)
        {
            for (var p = 0; p < size - 1; p++)
            {
                for (var q = p + 1; q < size; q++)
                    Rotate(a, v, p, q);
            }
        }

        var order = Enumerable.Range(0, size).OrderByDescending(i => a[i, i]).ThenBy(i => i).ToArray();
        var vectors = new double[size, size];
        for (var column = 0; column < size; column++)
        {
            for (var row = 0; row < size; row++)
                vectors[row, column] = v[row, order[column]];
        }

        return (Array.ConvertAll(order, i => a[i, i]), vectors);
    }

    private static bool IsDiagonal(double[,] a)
    {
        double off = 0, diagonal = 0;
        for (var i = 0; i < a.GetLength(0); i++)
        {
            diagonal += a[i, i] * a[i, i];
            for (var j = 0; j < i; j++)
                off += a[i, j] * a[i, j];
        }

        return off <= 1e-28 * diagonal;
    }

    /// <summary>Rotates in the plane of two coordinates so that their element becomes 0.</summary>
    private static void Rotate(double[,] a, double[,] v, int p, int q)
    {
        if (a[p, q] == 0)
            return;
        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var tangent = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var i = 0; i < a.GetLength(0); i++)
            (a[i, p], a[i, q]) = ((cosine * a[i, p]) - (sine * a[i, q]), (sine * a[i, p]) + (cosine * a[i, q]));
        for (var i = 0; i < a.GetLength(0); i++)
        {
            (a[p, i], a[q, i]) = ((cosine * a[p, i]) - (sine * a[q, i]), (sine * a[p, i]) + (cosine * a[q, i]));
            (v[i, p], v[i, q]) = ((cosine * v[i, p]) - (sine * v[i, q]), (sine * v[i, p]) + (cosine * v[i, q]));
        }

        (a[p, q], a[q, p]) = (0, 0);
    }
}
