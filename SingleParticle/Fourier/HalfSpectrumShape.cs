namespace SingleParticle.Fourier;

/// <summary>The layout of a half spectrum: its box and whether it belongs to an image or a volume.</summary>
/// <remarks>
/// Rows of HalfWidth = box / 2 + 1 values, x = 0 .. box / 2. An image has box rows [y], a volume box² rows [z, y]. Index j of y or z
/// is frequency j for j up to box / 2 and j - box above, so the Nyquist frequency of an even box is written as +box / 2.
/// </remarks>
public readonly record struct HalfSpectrumShape
{
    private HalfSpectrumShape(int box, int dimensionCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(box, 2);
        (Box, DimensionCount) = (box, dimensionCount);
    }

    /// <summary>Edge length in pixels or voxels.</summary>
    public int Box { get; }

    /// <summary>2 for an image, 3 for a volume.</summary>
    public int DimensionCount { get; }

    /// <summary>Values of a row, box / 2 + 1.</summary>
    public int HalfWidth => (Box / 2) + 1;

    /// <summary>Rows: box of an image, box² of a volume.</summary>
    public int RowCount => DimensionCount == 2 ? Box : Box * Box;

    /// <summary>Values in all.</summary>
    public int Length => RowCount * HalfWidth;

    /// <summary>The half spectrum of an image.</summary>
    /// <param name="box">Edge length in pixels, at least 2.</param>
    public static HalfSpectrumShape OfImage(int box) => new(box, 2);

    /// <summary>The half spectrum of a volume.</summary>
    /// <param name="box">Edge length in voxels, at least 2.</param>
    public static HalfSpectrumShape OfVolume(int box) => new(box, 3);

    /// <summary>The y frequency of a row.</summary>
    /// <param name="row">Row, z major.</param>
    public int FrequencyY(int row) => Signed(row % Box);

    /// <summary>The z frequency of a row; 0 in an image.</summary>
    /// <param name="row">Row, z major.</param>
    public int FrequencyZ(int row) => Signed(row / Box);

    /// <summary>The row that holds frequencies y and z.</summary>
    /// <param name="frequencyY">From -box / 2 to box / 2.</param>
    /// <param name="frequencyZ">From -box / 2 to box / 2; 0 in an image.</param>
    public int RowOf(int frequencyY, int frequencyZ) => (Wrapped(frequencyZ) * Box) + Wrapped(frequencyY);

    internal void Check(int length)
    {
        if (Box == 0)
            throw new ArgumentException("the shape of the half spectrum was not set; use HalfSpectrumShape.OfImage or OfVolume");
        if (length != Length)
            throw new ArgumentException($"a half spectrum of box {Box} in {DimensionCount} dimensions has {Length} values, not {length}");
    }

    private int Signed(int index) => index <= Box / 2 ? index : index - Box;

    private int Wrapped(int frequency) => frequency < 0 ? frequency + Box : frequency;
}
