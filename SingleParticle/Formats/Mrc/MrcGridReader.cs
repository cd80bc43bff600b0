using System.Runtime.InteropServices;

namespace SingleParticle.Formats.Mrc;

/// <summary>Reads all samples of an open file into a grid.</summary>
internal static class MrcGridReader
{
    private const int ChunkSampleCount = 1 << 16;
    private const int FirstPackedSampleCount = 1 << 20;

    /// <summary>Reads a file's samples whatever its shape.</summary>
    /// <param name="path">The file.</param>
    public static MrcGrid Read(string path)
    {
        using var source = MrcSource.Open(path);
        var format = RequireReadable(source);
        source.Remarks.ThrowIfRefused();
        return Read(source, format!.Value);
    }

    /// <summary>Refuses unreadable modes, lying lengths and grids too large for memory, without throwing yet.</summary>
    public static MrcSampleFormat? RequireReadable(MrcSource source)
    {
        var header = source.Header;
        var format = MrcContentCheck.RequireReadableMode(header, source.Remarks);
        if (format is not null)
            MrcContentCheck.RequireLength(header, format.Value, source);
        var sampleCount = (decimal)header.ColumnCount * header.RowCount * header.SectionCount;
        if (sampleCount > Array.MaxLength)
        {
            source.Remarks.Refuse("NX, NY, NZ", $"found {sampleCount} samples, expected at most {Array.MaxLength}, "
                + $"the most that fit in one map in memory; bin the map");
        }

        return format;
    }

    /// <summary>Reads the samples; the source stands at the first of them and has passed <see cref="RequireReadable"/>.</summary>
    public static MrcGrid Read(MrcSource source, MrcSampleFormat format)
    {
        var header = source.Header;
        var (columns, rows, sections) = header.SampleCount;
        var values = ReadInFileOrder(source, format, columns * rows * sections);
        RequireEnd(source, format);
        if (header.AxisOrder != MrcAxisOrder.Standard)
            values = ToMapOrder(values, header);
        RequireNumbers(source, columns, rows, values);
        return new MrcGrid(columns, rows, sections, values);
    }

    // The length of a packed file is known only at its end: memory is claimed as samples arrive, so that a lying header claims none.
    private static float[] ReadInFileOrder(MrcSource source, MrcSampleFormat format, int sampleCount)
    {
        var isMeasured = source.Compression == MrcCompression.None;
        var values = new float[isMeasured ? sampleCount : Math.Min(sampleCount, FirstPackedSampleCount)];
        var stored = new byte[ChunkSampleCount * sizeof(float)];
        for (var start = 0; start < sampleCount;)
        {
            if (start == values.Length)
                Array.Resize(ref values, (int)Math.Min(sampleCount, 2L * start));
            var count = Math.Min(ChunkSampleCount, values.Length - start);
            ReadSamples(source, format, stored, values.AsSpan(start, count), start);
            start += count;
        }

        return values;
    }

    private static float[] ToMapOrder(float[] fileOrder, MrcHeader header)
    {
        var values = new float[fileOrder.Length];
        var (columnStep, rowStep, sectionStep) = Steps(header);
        for (var line = 0; line < header.SectionCount * header.RowCount; line++)
        {
            var (section, row) = Math.DivRem(line, header.RowCount);
            var start = section * sectionStep + row * rowStep;
            var samples = fileOrder.AsSpan(line * header.ColumnCount, header.ColumnCount);
            for (var column = 0; column < samples.Length; column++)
                values[start + column * columnStep] = samples[column];
        }

        return values;
    }

    // How far one column, row or section of the file moves in the [z, y, x] array.
    private static (int Column, int Row, int Section) Steps(MrcHeader header)
    {
        var (columns, rows, _) = header.SampleCount;
        var order = header.AxisOrder;
        return (Step(order.Column), Step(order.Row), Step(order.Section));

        int Step(MrcAxis axis) => axis switch
        {
            MrcAxis.X => 1,
            MrcAxis.Y => columns,
            _ => columns * rows,
        };
    }

    private static void ReadSamples(MrcSource source, MrcSampleFormat format, byte[] buffer, Span<float> destination, long samplesBefore)
    {
        var sampleByteCount = MrcSampleFormats.ByteCount(format);
        var stored = format == MrcSampleFormat.Float32
            ? MemoryMarshal.AsBytes(destination)
            : buffer.AsSpan(0, destination.Length * sampleByteCount);
        var read = source.Read(stored);
        if (read < stored.Length)
        {
            var found = source.Header.DataOffsetBytes + samplesBefore * sampleByteCount + read;
            var expected = MrcContentCheck.ExpectedByteCount(source.Header, format);
            MrcContentCheck.Refuse(source.Header, expected, found, source.Remarks);
            source.Remarks.ThrowIfRefused();
        }

        MrcSampleDecoder.Decode(stored, format, source.Header.ByteOrder, destination);
    }

    // Only a packed file can still be longer than its header says; plain files were measured when opened.
    private static void RequireEnd(MrcSource source, MrcSampleFormat format)
    {
        Span<byte> rest = stackalloc byte[256];
        var count = 0L;
        for (var read = source.Read(rest); read > 0; read = source.Read(rest))
            count += read;
        if (count == 0)
            return;
        var expected = MrcContentCheck.ExpectedByteCount(source.Header, format);
        MrcContentCheck.Refuse(source.Header, expected, expected + count, source.Remarks);
        source.Remarks.ThrowIfRefused();
    }

    private static void RequireNumbers(MrcSource source, int columns, int rows, float[] values)
    {
        var index = FiniteCheck.IndexOfFirstNonFinite(values);
        if (index < 0)
            return;
        var (line, x) = Math.DivRem(index, columns);
        var (z, y) = Math.DivRem(line, rows);
        throw new DataFileException(
            source.Remarks.Path,
            FormattableString.Invariant($"voxel x {x}, y {y}, z {z}"),
            FormattableString.Invariant($"found {values[index]}, expected a number; set such voxels to 0 or write the map anew"));
    }
}
