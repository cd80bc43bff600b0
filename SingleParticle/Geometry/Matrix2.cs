namespace SingleParticle.Geometry;

/// <summary>A 2 x 2 matrix in double precision, rows first, acting on column vectors (x, y).</summary>
/// <param name="XX">First row, first column.</param>
/// <param name="XY">First row, second column.</param>
/// <param name="YX">Second row, first column.</param>
/// <param name="YY">Second row, second column.</param>
public readonly record struct Matrix2(double XX, double XY, double YX, double YY)
{
    /// <summary>The matrix that changes nothing.</summary>
    public static Matrix2 Identity => new(1, 0, 0, 1);

    /// <summary>Determinant.</summary>
    public double Determinant => (XX * YY) - (XY * YX);

    /// <summary>Sum of two matrices.</summary>
    public static Matrix2 operator +(Matrix2 left, Matrix2 right) =>
        new(left.XX + right.XX, left.XY + right.XY, left.YX + right.YX, left.YY + right.YY);

    /// <summary>Product of two matrices: the right one acts first.</summary>
    public static Matrix2 operator *(Matrix2 left, Matrix2 right) => new(
        (left.XX * right.XX) + (left.XY * right.YX),
        (left.XX * right.XY) + (left.XY * right.YY),
        (left.YX * right.XX) + (left.YY * right.YX),
        (left.YX * right.XY) + (left.YY * right.YY));

    /// <summary>Matrix times column vector (x, y).</summary>
    /// <param name="x">First coordinate.</param>
    /// <param name="y">Second coordinate.</param>
    public (double X, double Y) Apply(double x, double y) => ((XX * x) + (XY * y), (YX * x) + (YY * y));

    /// <summary>The matrix with rows and columns exchanged.</summary>
    public Matrix2 Transpose() => new(XX, YX, XY, YY);

    /// <summary>The inverse.</summary>
    /// <exception cref="InvalidOperationException">The matrix is singular or not finite.</exception>
    public Matrix2 Inverse()
    {
        var determinant = Determinant;
        if (determinant == 0 || !double.IsFinite(determinant))
            throw new InvalidOperationException(FormattableString.Invariant($"a matrix of determinant {determinant} has no inverse"));
        return new(YY / determinant, -XY / determinant, -YX / determinant, XX / determinant);
    }
}
