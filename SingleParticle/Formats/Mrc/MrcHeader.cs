using SingleParticle.Collections;

namespace SingleParticle.Formats.Mrc;

/// <summary>What the 1024-byte header of an MRC file says, and the bytes of its extended header.</summary>
/// <remarks>
/// Counts and start are along columns, rows and sections, as the file stores them; cell, intervals, origin and pixel size are
/// along x, y and z. The two differ when <see cref="AxisOrder"/> is not the standard one.
/// </remarks>
public sealed record MrcHeader
{
    /// <summary>Samples in a row (NX).</summary>
    public required int ColumnCount { get; init; }

    /// <summary>Rows in a section (NY).</summary>
    public required int RowCount { get; init; }

    /// <summary>Sections, or images of a stack (NZ).</summary>
    public required int SectionCount { get; init; }

    /// <summary>How the samples are stored (MODE).</summary>
    public required MrcMode Mode { get; init; }

    /// <summary>The order of the bytes in every number of the file.</summary>
    public required MrcByteOrder ByteOrder { get; init; }

    /// <summary>Grid position of the first column, row and section (NXSTART, NYSTART, NZSTART), in voxels.</summary>
    public required (int Column, int Row, int Section) StartVoxels { get; init; }

    /// <summary>Intervals of the unit cell along x, y, z (MX, MY, MZ).</summary>
    public required (int X, int Y, int Z) IntervalCount { get; init; }

    /// <summary>Edges of the unit cell along x, y, z in Å (CELLA), as stored.</summary>
    public required (float X, float Y, float Z) CellAngstrom { get; init; }

    /// <summary>Angles of the unit cell in degrees (CELLB), as stored.</summary>
    public required (float Alpha, float Beta, float Gamma) CellAnglesDegrees { get; init; }

    /// <summary>Which axis runs along columns, rows and sections (MAPC, MAPR, MAPS).</summary>
    public required MrcAxisOrder AxisOrder { get; init; }

    /// <summary>Density statistics as stored.</summary>
    public required MrcStatistics Statistics { get; init; }

    /// <summary>Space group (ISPG): 0 for images, 1 for a volume, 401 and up for a stack of volumes.</summary>
    public required int SpaceGroup { get; init; }

    /// <summary>Position of the origin along x, y, z in Å (ORIGIN).</summary>
    public required (double X, double Y, double Z) OriginAngstrom { get; init; }

    /// <summary>Kind of the extended header (EXTTYP), such as CCP4, SERI or FEI1; empty when not stated.</summary>
    public required string ExtendedHeaderType { get; init; }

    /// <summary>Length of the extended header in bytes (NSYMBT).</summary>
    public required int ExtendedHeaderByteCount { get; init; }

    /// <summary>The extended header, as stored.</summary>
    public ReadOnlyMemory<byte> ExtendedHeader { get; init; }

    /// <summary>The text labels, without padding.</summary>
    public required EquatableArray<string> Labels { get; init; }

    /// <summary>Edge of a voxel along x, y, z in Å; null when the cell is zero, negative or not a number.</summary>
    /// <remarks>Cell over intervals. The 7 digits of the header are taken as decimal, so that 204.8 Å over 64 is 3.2 Å.</remarks>
    public required (double X, double Y, double Z)? PixelSizeAngstrom { get; init; }

    /// <summary>What is odd about the header but can be read, each naming file and field; empty for a clean header.</summary>
    public required EquatableArray<string> Warnings { get; init; }

    /// <summary>Whether mode 0 bytes are unsigned: IMOD's stamp is there and its flag for signed bytes is not.</summary>
    internal bool HasUnsignedBytes { get; init; }

    /// <summary>Columns, rows and sections along x, y, z.</summary>
    internal (int X, int Y, int Z) SampleCount => AxisOrder.ToMapAxes(ColumnCount, RowCount, SectionCount);

    /// <summary>Where the samples begin, in bytes.</summary>
    internal long DataOffsetBytes => MrcHeaderWords.ByteCount + (long)ExtendedHeaderByteCount;
}
