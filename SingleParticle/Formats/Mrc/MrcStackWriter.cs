namespace SingleParticle.Formats.Mrc;

/// <summary>Writes a stack of square images as an MRC2014 file, one image at a time.</summary>
/// <remarks>
/// The file appears under its name only on <see cref="Complete"/>; disposing without it leaves nothing. RELION demands the
/// extension .mrcs. Used by one thread at a time.
/// </remarks>
public sealed class MrcStackWriter : IDisposable
{
    private readonly MrcSectionWriter _writer;
    private readonly double _pixelSizeAngstrom;

    private MrcStackWriter(string path, int widthPixels, double pixelSizeAngstrom, MrcMode mode)
    {
        WidthPixels = widthPixels;
        _pixelSizeAngstrom = pixelSizeAngstrom;
        _writer = new MrcSectionWriter(path, mode);
    }

    /// <summary>Width and height of an image in pixels.</summary>
    public int WidthPixels { get; }

    /// <summary>Images appended so far.</summary>
    public int ImageCount { get; private set; }

    /// <summary>Starts a stack.</summary>
    /// <param name="path">The file to write; an older one is replaced on completion.</param>
    /// <param name="widthPixels">Width and height of an image in pixels.</param>
    /// <param name="pixelSizeAngstrom">Edge of a pixel in Å.</param>
    /// <param name="mode">Float32, or Float16 at half the size and three digits.</param>
    public static MrcStackWriter Create(string path, int widthPixels, double pixelSizeAngstrom, MrcMode mode = MrcMode.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(widthPixels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pixelSizeAngstrom);
        return new MrcStackWriter(path, widthPixels, pixelSizeAngstrom, mode);
    }

    /// <summary>Appends one image.</summary>
    /// <param name="image">The pixels, [y, x], x fastest.</param>
    /// <exception cref="ArgumentException">The number of pixels is wrong, or one is no number or too large for the mode.</exception>
    public void Append(ReadOnlySpan<float> image)
    {
        if (image.Length != (long)WidthPixels * WidthPixels)
            throw new ArgumentException($"an image has {(long)WidthPixels * WidthPixels} pixels, the span {image.Length}", nameof(image));
        _writer.Append(image);
        ImageCount++;
    }

    /// <summary>Writes the header and gives the file its name.</summary>
    /// <exception cref="InvalidOperationException">No image was appended; a stack has at least one.</exception>
    public void Complete()
    {
        if (ImageCount == 0)
            throw new InvalidOperationException("a stack without images cannot be written; append one first or write no stack");
        _writer.Complete(new MrcWrittenGrid(WidthPixels, WidthPixels, ImageCount, IntervalCountZ: 1, SpaceGroup: 0, _pixelSizeAngstrom));
    }

    /// <summary>Closes the file; a stack that was not completed is removed.</summary>
    public void Dispose() => _writer.Dispose();
}
