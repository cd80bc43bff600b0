using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using SingleParticle.Collections;

namespace SingleParticle.Formats.Mrc;

/// <summary>A stack of images on disk, read one image at a time.</summary>
/// <remarks>
/// Never read whole: a million particles do not fit in memory. <see cref="ReadImage"/> may be called from any number of threads
/// at once. Modes 0, 1, 2, 6 and 12 in both byte orders; the file's length must be exactly what its header says.
/// </remarks>
public sealed class MrcStack : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly MrcSampleFormat _format;
    private readonly string _path;

    private MrcStack(string path, MrcHeader header, MrcSampleFormat format, EquatableArray<string> warnings)
    {
        _path = path;
        _format = format;
        Header = header;
        Warnings = warnings;
        _handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
    }

    /// <summary>The header as the file has it.</summary>
    public MrcHeader Header { get; }

    /// <summary>What is odd about the file and how it was taken; empty for a clean stack.</summary>
    public EquatableArray<string> Warnings { get; }

    /// <summary>Number of images.</summary>
    public int ImageCount => Header.SectionCount;

    /// <summary>Width of an image in pixels.</summary>
    public int WidthPixels => Header.ColumnCount;

    /// <summary>Height of an image in pixels.</summary>
    public int HeightPixels => Header.RowCount;

    /// <summary>Pixels in an image.</summary>
    public int PixelCount => WidthPixels * HeightPixels;

    /// <summary>Edge of a pixel in Å as the header says; null when it says none. Metadata beside the stack has precedence.</summary>
    public double? PixelSizeAngstrom => Header.PixelSizeAngstrom?.X;

    /// <summary>Opens a stack and checks that the file is what its header says.</summary>
    /// <param name="path">The file; not packed, since images are read in any order.</param>
    /// <exception cref="DataFileException">The file is packed, damaged, of another length than its header says, or no stack.</exception>
    public static MrcStack Open(string path)
    {
        using var source = MrcSource.Open(path);
        RequireUnpacked(source);
        var header = source.Header;
        var format = MrcContentCheck.RequireReadableMode(header, source.Remarks);
        if (format is not null)
            MrcContentCheck.RequireLength(header, format.Value, source);
        MrcStackRules.Check(header, source.Remarks);
        if ((long)header.ColumnCount * header.RowCount * sizeof(float) > Array.MaxLength)
            source.Remarks.Refuse("NX, NY", $"images of {header.ColumnCount} x {header.RowCount} pixels are too large; crop or bin them");
        source.Remarks.ThrowIfRefused();
        return new MrcStack(path, header, format!.Value, source.Remarks.Warnings);
    }

    /// <summary>Reads one image.</summary>
    /// <param name="index">The image, 0-based.</param>
    /// <param name="destination">Receives the pixels, [y, x], x fastest; exactly <see cref="PixelCount"/> of them.</param>
    /// <exception cref="DataFileException">The file changed since it was opened, or a pixel is infinite or NaN.</exception>
    public void ReadImage(int index, Span<float> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, ImageCount);
        if (destination.Length != PixelCount)
            throw new ArgumentException($"an image has {PixelCount} pixels, the span {destination.Length}", nameof(destination));
        if (_format == MrcSampleFormat.Float32)
            ReadStored(index, MemoryMarshal.AsBytes(destination), destination);
        else
            ReadThroughBuffer(index, destination);
        RequireNumbers(index, destination);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _handle.Dispose();

    private static void RequireUnpacked(MrcSource source)
    {
        if (source.Compression == MrcCompression.None)
            return;
        var tool = source.Compression == MrcCompression.Gzip ? "gunzip" : "bunzip2";
        throw new DataFileException(
            source.Remarks.Path,
            "",
            $"the stack is packed with {source.Compression}, expected unpacked since images are read in any order; run {tool} on it first");
    }

    private void ReadThroughBuffer(int index, Span<float> destination)
    {
        var byteCount = PixelCount * MrcSampleFormats.ByteCount(_format);
        var buffer = ArrayPool<byte>.Shared.Rent(byteCount);
        try
        {
            ReadStored(index, buffer.AsSpan(0, byteCount), destination);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void ReadStored(int index, Span<byte> stored, Span<float> destination)
    {
        var offset = Header.DataOffsetBytes + (long)index * stored.Length;
        for (var done = 0; done < stored.Length;)
        {
            var read = RandomAccess.Read(_handle, stored[done..], offset + done);
            if (read == 0)
                throw Problem(index, "the file ends before it but was long enough when opened; do not write to a stack that is in use");
            done += read;
        }

        MrcSampleDecoder.Decode(stored, _format, Header.ByteOrder, destination);
    }

    private void RequireNumbers(int index, ReadOnlySpan<float> pixels)
    {
        var found = FiniteCheck.IndexOfFirstNonFinite(pixels);
        if (found < 0)
            return;
        var (y, x) = Math.DivRem(found, WidthPixels);
        throw Problem(index, FormattableString.Invariant(
            $"pixel x {x}, y {y} is {pixels[found]}, expected a number; leave this particle out or extract it again"));
    }

    private DataFileException Problem(int index, string problem) =>
        new(_path, FormattableString.Invariant($"image {index} (0-based)"), problem);
}
