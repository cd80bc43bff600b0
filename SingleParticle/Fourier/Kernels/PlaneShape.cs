namespace SingleParticle.Fourier.Kernels;

/// <summary>How a plane of a box is cut into lane blocks, and where each lies in the working memory.</summary>
/// <remarks>
/// Two real rows share one complex transform, one as its real and one as its imaginary part. In an even box columns 0 and box / 2 of
/// the row transforms are real, so they too travel as one complex column, the packed column 0.
/// </remarks>
internal sealed class PlaneShape
{
    public PlaneShape(int box, int laneCount)
    {
        Line = new FftLine(box);
        Box = box;
        LaneCount = laneCount;
        RowPairGroupCount = Blocks(box, 2 * laneCount);
        ColumnCount = IsEven ? box / 2 : (box / 2) + 1;
        ColumnBlockCount = Blocks(ColumnCount, laneCount);
        ColumnBlockFloats = RowPairGroupCount * 2 * laneCount * ElementFloats;
        LineFloats = box * ElementFloats;
        TileFloats = 4 * laneCount * laneCount;
        PlaneFloats = ColumnBlockCount * ColumnBlockFloats;
        WorkFloats = Line.LargestRadix * ElementFloats;
        PackedFloats = Blocks(2 * box, 16) * 16;
        ScratchFloats = PlaneFloats + (2 * LineFloats) + TileFloats + WorkFloats + PackedFloats;
    }

    public FftLine Line { get; }

    public int Box { get; }

    public int LaneCount { get; }

    public bool IsEven => Box % 2 == 0;

    public int HalfWidth => (Box / 2) + 1;

    public int ElementFloats => 2 * LaneCount;

    /// <summary>Groups of 2 LaneCount rows.</summary>
    public int RowPairGroupCount { get; }

    /// <summary>Complex columns to transform, the packed one included.</summary>
    public int ColumnCount { get; }

    /// <summary>Groups of LaneCount columns.</summary>
    public int ColumnBlockCount { get; }

    public int ColumnBlockFloats { get; }

    public int LineFloats { get; }

    public int TileFloats { get; }

    public int PlaneFloats { get; }

    public int WorkFloats { get; }

    public int PackedFloats { get; }

    public int ScratchFloats { get; }

    /// <summary>How many columns of a block exist.</summary>
    public int ColumnsIn(int block) => Math.Min(LaneCount, ColumnCount - (block * LaneCount));

    private static int Blocks(int count, int size) => (count + size - 1) / size;
}
