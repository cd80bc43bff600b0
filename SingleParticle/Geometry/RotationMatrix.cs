namespace SingleParticle.Geometry;

/// <summary>A 3 x 3 matrix in double precision, rows first; as a pose it is RELION's A.</summary>
/// <remarks>
/// A pose A takes coordinates of the particle's frame to those of the image: its rows are the image's x axis, y axis and viewing
/// direction, seen in the particle's frame. A frequency (x, y) of the image lies at A^T (x, y, 0) in the particle's transform.
/// </remarks>
/// <param name="Row0">First row (M00, M01, M02): the image's x axis.</param>
/// <param name="Row1">Second row (M10, M11, M12): the image's y axis.</param>
/// <param name="Row2">Third row (M20, M21, M22): the viewing direction.</param>
public readonly record struct RotationMatrix(DoubleVector3 Row0, DoubleVector3 Row1, DoubleVector3 Row2)
{
    /// <summary>The pose that changes nothing.</summary>
    public static RotationMatrix Identity => new(new(1, 0, 0), new(0, 1, 0), new(0, 0, 1));

    /// <summary>Direction along which the particle is seen, in the particle's frame: the third row of A.</summary>
    public DoubleVector3 ViewingDirection => Row2;

    /// <summary>The element in a row and column.</summary>
    /// <param name="row">0, 1 or 2.</param>
    /// <param name="column">0, 1 or 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The row or column is not 0, 1 or 2.</exception>
    public double this[int row, int column] => Pick(
        row switch { 0 => Row0, 1 => Row1, 2 => Row2, _ => throw new ArgumentOutOfRangeException(nameof(row)) }, column);

    /// <summary>Product of two matrices: the right one acts first.</summary>
    public static RotationMatrix operator *(RotationMatrix left, RotationMatrix right)
    {
        var columns = right.Transpose();
        return new(columns.Apply(left.Row0), columns.Apply(left.Row1), columns.Apply(left.Row2));
    }

    /// <summary>The transpose, which for a rotation is the inverse.</summary>
    public RotationMatrix Transpose() => new(
        new(Row0.X, Row1.X, Row2.X),
        new(Row0.Y, Row1.Y, Row2.Y),
        new(Row0.Z, Row1.Z, Row2.Z));

    /// <summary>Matrix times column vector: from the particle's frame to the image's.</summary>
    /// <param name="vector">Coordinates in the particle's frame.</param>
    public DoubleVector3 Apply(DoubleVector3 vector) => new(Row0.Dot(vector), Row1.Dot(vector), Row2.Dot(vector));

    /// <summary>Transposed matrix times (x, y, 0): where a frequency of the image lies in the particle's transform.</summary>
    /// <param name="x">Along the image's x axis.</param>
    /// <param name="y">Along the image's y axis.</param>
    public DoubleVector3 ApplyTransposedInPlane(double x, double y) => (x * Row0) + (y * Row1);

    private static double Pick(DoubleVector3 row, int column) => column switch
    {
        0 => row.X,
        1 => row.Y,
        2 => row.Z,
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };
}
