namespace SingleParticle.Fourier.Kernels;

/// <summary>The areas of one working memory: the plane in column blocks, two lines, tiles and butterfly work.</summary>
internal readonly unsafe struct PlaneScratch(PlaneShape shape, AlignedBuffer buffer)
{
    /// <summary>Column blocks; in each, row y is LaneCount real, then LaneCount imaginary parts.</summary>
    public float* Plane { get; } = buffer.Pointer;

    public float* LineA { get; } = buffer.Pointer + shape.PlaneFloats;

    public float* LineB { get; } = buffer.Pointer + shape.PlaneFloats + shape.LineFloats;

    /// <summary>Four tiles of LaneCount x LaneCount: real and imaginary part of the first, then of the second row group.</summary>
    public float* Tiles { get; } = buffer.Pointer + shape.PlaneFloats + (2 * shape.LineFloats);

    public float* Work { get; } = buffer.Pointer + shape.PlaneFloats + (2 * shape.LineFloats) + shape.TileFloats;

    /// <summary>One packed column of Box (real, imaginary) pairs.</summary>
    public float* Packed { get; } =
        buffer.Pointer + shape.PlaneFloats + (2 * shape.LineFloats) + shape.TileFloats + shape.WorkFloats;
}
