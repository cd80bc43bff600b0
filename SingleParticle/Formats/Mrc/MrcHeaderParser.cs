namespace SingleParticle.Formats.Mrc;

/// <summary>Turns the bytes of a header into an <see cref="MrcHeader"/>; collects the odd and refuses the impossible.</summary>
internal static class MrcHeaderParser
{
    private const int LabelByteCount = 80;
    private const int LabelLimit = 10;
    private const int ImodStamp = 1146047817;

    /// <summary>Parses a header.</summary>
    /// <exception cref="DataFileException">Sizes, mode, axes or extended header are impossible.</exception>
    public static MrcHeader Parse(ReadOnlySpan<byte> bytes, MrcRemarks remarks)
    {
        var words = new MrcHeaderWords(bytes, MrcByteOrderDetector.Detect(bytes, remarks));
        CheckSizes(words, remarks);
        CheckStamps(words, remarks);
        var axes = AxisOrder(words, remarks);
        remarks.ThrowIfRefused();
        var (columns, rows, sections) = words.Int32Triple(1);
        var intervals = words.Int32Triple(8);
        var cell = words.SingleTriple(11);
        var hasUnsignedBytes = HasUnsignedBytes(words, remarks);
        return new MrcHeader
        {
            ColumnCount = columns,
            RowCount = rows,
            SectionCount = sections,
            Mode = (MrcMode)words.Int32(4),
            ByteOrder = words.ByteOrder,
            StartVoxels = words.Int32Triple(5),
            IntervalCount = intervals,
            CellAngstrom = cell,
            CellAnglesDegrees = words.SingleTriple(14),
            AxisOrder = axes,
            Statistics = Statistics(words, remarks),
            SpaceGroup = words.Int32(23),
            ExtendedHeaderByteCount = words.Int32(24),
            ExtendedHeaderType = words.Text(27, 4),
            OriginAngstrom = Origin(words, remarks),
            PixelSizeAngstrom = MrcPixelSize.Find(cell, intervals, axes.ToMapAxes(columns, rows, sections), remarks),
            HasUnsignedBytes = hasUnsignedBytes,
            Labels = [.. Labels(words, remarks)],
            Warnings = remarks.Warnings,
        };
    }

    private static void CheckSizes(MrcHeaderWords words, MrcRemarks remarks)
    {
        var names = new[] { "NX", "NY", "NZ" };
        for (var axis = 0; axis < names.Length; axis++)
        {
            if (words.Int32(axis + 1) <= 0)
            {
                remarks.Refuse(names[axis], $"found {words.Int32(axis + 1)}, expected a positive number; "
                    + $"the file is no MRC file or its header is damaged: write it anew");
            }
        }

        var mode = words.Int32(4);
        if (!Enum.IsDefined((MrcMode)mode))
        {
            remarks.Refuse("MODE", $"found {mode}, expected 0, 1, 2, 6 or 12; "
                + $"the file is no MRC file or its header is damaged: write it anew");
        }

        if (words.Int32(24) < 0)
        {
            remarks.Refuse("NSYMBT", $"found {words.Int32(24)} bytes of extended header, expected 0 or more; "
                + $"the header is damaged: write the file anew");
        }
    }

    private static void CheckStamps(MrcHeaderWords words, MrcRemarks remarks)
    {
        if (!words.Word(53).StartsWith("MAP"u8))
            remarks.Warn("MAP", $"the stamp \"MAP \" is missing; read as an MRC file all the same");
    }

    private static MrcAxisOrder AxisOrder(MrcHeaderWords words, MrcRemarks remarks)
    {
        var stored = words.Int32Triple(17);
        if (stored is (0, 0, 0))
        {
            remarks.Warn("MAPC, MAPR, MAPS", $"the axis order is not stated; taken as 1, 2, 3");
            return MrcAxisOrder.Standard;
        }

        var (column, row, section) = stored;
        var isPermutation = (column, row, section) is (1, 2, 3) or (1, 3, 2) or (2, 1, 3) or (2, 3, 1) or (3, 1, 2) or (3, 2, 1);
        if (!isPermutation)
        {
            remarks.Refuse("MAPC, MAPR, MAPS", $"found {column}, {row}, {section}, expected a permutation of 1, 2, 3; "
                + $"correct the header or write the file anew");
        }

        return new MrcAxisOrder((MrcAxis)column, (MrcAxis)row, (MrcAxis)section);
    }

    private static MrcStatistics Statistics(MrcHeaderWords words, MrcRemarks remarks)
    {
        var statistics = new MrcStatistics(words.Single(20), words.Single(21), words.Single(22), words.Single(55));
        if (!statistics.AreDetermined)
        {
            remarks.Warn("DMIN, DMAX, DMEAN, RMS", $"the density statistics are not determined "
                + $"(minimum {statistics.Minimum}, maximum {statistics.Maximum}, mean {statistics.Mean}, RMS {statistics.RMS}); "
                + $"they are not used");
        }

        return statistics;
    }

    private static (double X, double Y, double Z) Origin(MrcHeaderWords words, MrcRemarks remarks)
    {
        var (x, y, z) = words.SingleTriple(50);
        if (float.IsFinite(x) && float.IsFinite(y) && float.IsFinite(z))
            return (x, y, z);
        remarks.Warn("ORIGIN", $"the origin ({x}, {y}, {z}) is not a position; taken as 0");
        return (0, 0, 0);
    }

    // IMOD up to version 4.2 wrote unsigned bytes; later ones set the lowest bit of their flags when bytes are signed.
    private static bool HasUnsignedBytes(MrcHeaderWords words, MrcRemarks remarks)
    {
        var isUnsigned = words.Int32(4) == (int)MrcMode.Int8 && words.Int32(39) == ImodStamp && (words.Int32(40) & 1) == 0;
        if (isUnsigned)
            remarks.Warn("MODE", $"IMOD's stamp without its flag for signed bytes: the bytes of mode 0 are read as unsigned");
        return isUnsigned;
    }

    private static List<string> Labels(MrcHeaderWords words, MrcRemarks remarks)
    {
        var stated = words.Int32(56);
        var count = Math.Clamp(stated, 0, LabelLimit);
        if (count != stated)
            remarks.Warn("NLABL", $"{stated} labels are announced, a header holds 0 to {LabelLimit}; {count} are read");
        var labels = new List<string>(count);
        for (var index = 0; index < count; index++)
            labels.Add(words.Text(57 + index * LabelByteCount / 4, LabelByteCount));
        return labels;
    }
}
