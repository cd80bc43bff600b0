namespace SingleParticle.Statistics;

/// <summary>Cholesky factors of small symmetric positive matrices, in place and without allocation: one is needed per particle.</summary>
/// <remarks>Matrices are [row, column], row after row; only the lower triangle is read and written.</remarks>
public static class Cholesky
{
    /// <summary>Replaces the lower triangle of a matrix by its factor L, A = L L'.</summary>
    /// <param name="matrix">A on entry, L on return.</param>
    /// <param name="size">Rows.</param>
    /// <returns>log det A.</returns>
    public static double Factor(Span<double> matrix, int size)
    {
        var logDeterminant = 0.0;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = matrix[(row * size) + column];
                for (var k = 0; k < column; k++)
                    sum -= matrix[(row * size) + k] * matrix[(column * size) + k];
                if (row != column)
                    matrix[(row * size) + column] = sum / matrix[(column * size) + column];
                else
                    matrix[(row * size) + row] = Math.Sqrt(Math.Max(sum, double.Epsilon));
            }

            logDeterminant += 2 * Math.Log(matrix[(row * size) + row]);
        }

        return logDeterminant;
    }

    /// <summary>Solves L L' x = b.</summary>
    /// <param name="factor">L.</param>
    /// <param name="vector">b on entry, x on return.</param>
    public static void Solve(ReadOnlySpan<double> factor, Span<double> vector)
    {
        SolveLower(factor, vector);
        var size = vector.Length;
        for (var row = size - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < size; k++)
                vector[row] -= factor[(k * size) + row] * vector[k];
            vector[row] /= factor[(row * size) + row];
        }
    }

    /// <summary>Solves L x = b.</summary>
    /// <param name="factor">L.</param>
    /// <param name="vector">b on entry, x on return.</param>
    public static void SolveLower(ReadOnlySpan<double> factor, Span<double> vector)
    {
        var size = vector.Length;
        for (var row = 0; row < size; row++)
        {
            for (var k = 0; k < row; k++)
                vector[row] -= factor[(row * size) + k] * vector[k];
            vector[row] /= factor[(row * size) + row];
        }
    }

    /// <summary>The inverse from the factor.</summary>
    /// <param name="factor">L.</param>
    /// <param name="size">Rows.</param>
    /// <param name="inverse">Receives the whole of A^-1.</param>
    public static void Invert(ReadOnlySpan<double> factor, int size, Span<double> inverse)
    {
        Span<double> column = stackalloc double[size];
        for (var k = 0; k < size; k++)
        {
            column.Clear();
            column[k] = 1;
            Solve(factor, column);
            for (var row = 0; row < size; row++)
                inverse[(row * size) + k] = column[row];
        }
    }
}
