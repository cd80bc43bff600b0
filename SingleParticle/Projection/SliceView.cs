namespace SingleParticle.Projection;

/// <summary>What a kernel needs of one particle: its geometry and its data, as bare addresses that the caller keeps alive.</summary>
internal unsafe readonly struct SliceView(SliceGeometry geometry, float* data, float* powers)
{
    /// <summary>[pixel, 12]: four weights along x, four along y, four along z.</summary>
    public readonly float* Weights = geometry.WeightAddress;

    /// <summary>[pixel]: row index of the lowest y and z touched.</summary>
    public readonly int* Rows = geometry.RowAddress;

    /// <summary>[pixel]: voxels from the start of a row (x = -1) to the lowest x touched.</summary>
    public readonly int* Columns = geometry.ColumnAddress;

    /// <summary>[pixel]: -1 where the slice is read at -k and so conjugated, else 1.</summary>
    public readonly float* Signs = geometry.SignAddress;

    /// <summary>[pixel, 2]: conj(C) X, real and imaginary.</summary>
    public readonly float* Data = data;

    /// <summary>[pixel]: |C|².</summary>
    public readonly float* Powers = powers;

    /// <summary>First voxel of every row.</summary>
    public readonly int* RowStarts = geometry.RowStartAddress;

    /// <summary>Rows between neighbours in z.</summary>
    public readonly int Side = geometry.Plan.Grid.Side;
}
