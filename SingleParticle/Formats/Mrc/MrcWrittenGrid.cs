namespace SingleParticle.Formats.Mrc;

/// <summary>The shape and place of what is being written.</summary>
/// <param name="ColumnCount">Samples along x.</param>
/// <param name="RowCount">Samples along y.</param>
/// <param name="SectionCount">Sections of a volume, images of a stack.</param>
/// <param name="IntervalCountZ">MZ: the sections of a volume, 1 for a stack.</param>
/// <param name="SpaceGroup">ISPG: 1 for a volume, 0 for a stack.</param>
/// <param name="PixelSizeAngstrom">Edge of a voxel in Å.</param>
internal sealed record MrcWrittenGrid(
    int ColumnCount, int RowCount, int SectionCount, int IntervalCountZ, int SpaceGroup, double PixelSizeAngstrom)
{
    public (double X, double Y, double Z) OriginAngstrom { get; init; }

    public (int X, int Y, int Z) StartVoxels { get; init; }
}
