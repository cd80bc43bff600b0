namespace SingleParticle.Projection;

/// <summary>What the kernels need of eight interleaved accumulators and the slab they may touch.</summary>
internal unsafe readonly struct InterleavedInsertionView(float* voxels, int firstRow, int endRow)
{
    /// <summary>[voxel, 3, map]: real and imaginary parts of num, den.</summary>
    public readonly float* Voxels = voxels;

    /// <summary>First row index of the slab.</summary>
    public readonly int FirstRow = firstRow;

    /// <summary>One past the last row index of the slab.</summary>
    public readonly int EndRow = endRow;
}
