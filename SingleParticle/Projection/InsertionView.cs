namespace SingleParticle.Projection;

/// <summary>What the insertion kernels need of the voxels they add to and the slab they may touch.</summary>
/// <remarks>The slab is a run of row indices, so that several threads can fill one accumulator without meeting.</remarks>
internal unsafe readonly struct InsertionView(float* numerator, float* denominator, int* rowStarts, int firstRow, int endRow)
{
    /// <summary>[voxel, 2]: real and imaginary.</summary>
    public readonly float* Numerator = numerator;

    /// <summary>[voxel].</summary>
    public readonly float* Denominator = denominator;

    /// <summary>Voxel at the start (x = -1) of every row.</summary>
    public readonly int* RowStarts = rowStarts;

    /// <summary>First row index of the slab.</summary>
    public readonly int FirstRow = firstRow;

    /// <summary>One past the last row index of the slab.</summary>
    public readonly int EndRow = endRow;
}
