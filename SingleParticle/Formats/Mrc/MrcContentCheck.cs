namespace SingleParticle.Formats.Mrc;

/// <summary>Refuses modes that hold no densities, and files whose length is not what their header says.</summary>
internal static class MrcContentCheck
{
    /// <summary>The number type of the samples, or null after refusing the mode.</summary>
    public static MrcSampleFormat? RequireReadableMode(MrcHeader header, MrcRemarks remarks)
    {
        var format = MrcSampleFormats.Of(header);
        if (format is not null)
            return format;
        var meaning = header.Mode switch
        {
            MrcMode.ComplexInt16 => "complex 16-bit integers",
            MrcMode.ComplexFloat32 => "complex floats, a Fourier transform",
            _ => "packed 4-bit integers",
        };
        remarks.Refuse("MODE", $"found mode {(int)header.Mode} ({meaning}), which is not read, expected 0, 1, 2, 6 or 12; "
            + $"convert the file to mode 2 (32-bit floats)");
        return null;
    }

    /// <summary>Refuses a file that is shorter or longer than header, extended header and samples; packed ones show when read.</summary>
    public static void RequireLength(MrcHeader header, MrcSampleFormat format, MrcSource source)
    {
        var expected = ExpectedByteCount(header, format);
        if (source.Compression == MrcCompression.None && source.FileByteCount != expected)
            Refuse(header, expected, source.FileByteCount, source.Remarks);
    }

    /// <summary>Refuses a length found by reading to the end.</summary>
    public static void Refuse(MrcHeader header, decimal expected, decimal found, MrcRemarks remarks)
    {
        var cause = found < expected
            ? "it was cut short or its header lies: copy it again from its source, or write it anew"
            : "its header lies or something was appended: correct NZ, or write it anew";
        remarks.Refuse("NX, NY, NZ, MODE, NSYMBT", $"{header.ColumnCount} x {header.RowCount} x {header.SectionCount} samples of mode "
            + $"{(int)header.Mode} after {header.DataOffsetBytes} bytes of headers: "
            + $"found {found} bytes, expected {expected}; {cause}");
    }

    /// <summary>Bytes of the whole unpacked file; decimal because a damaged header can claim more than 2⁶³.</summary>
    public static decimal ExpectedByteCount(MrcHeader header, MrcSampleFormat format) =>
        header.DataOffsetBytes
        + (decimal)header.ColumnCount * header.RowCount * header.SectionCount * MrcSampleFormats.ByteCount(format);
}
