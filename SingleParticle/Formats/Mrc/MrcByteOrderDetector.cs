namespace SingleParticle.Formats.Mrc;

/// <summary>Finds the byte order of a header from its content first and its machine stamp second.</summary>
/// <remarks>Many files carry a zero stamp, and a few a wrong one; sizes, mode and axes make sense in one order only.</remarks>
internal static class MrcByteOrderDetector
{
    // No camera and no map is wider; a small number read in the wrong order is nearly always above this.
    private const int WidestPlausible = 1 << 20;

    public static MrcByteOrder Detect(ReadOnlySpan<byte> header, MrcRemarks remarks)
    {
        var little = Plausibility(new MrcHeaderWords(header, MrcByteOrder.LittleEndian));
        var big = Plausibility(new MrcHeaderWords(header, MrcByteOrder.BigEndian));
        var stamp = FromStamp(header[212..216]);
        var likely = little == big ? stamp ?? MrcByteOrder.LittleEndian
            : big > little ? MrcByteOrder.BigEndian : MrcByteOrder.LittleEndian;
        if (stamp is null)
        {
            remarks.Warn("MACHST", $"the machine stamp is {Convert.ToHexString(header[212..216])}, neither 4444 nor 1111; "
                + $"by its content the file is {Name(likely)}");
        }
        else if (stamp != likely)
        {
            remarks.Warn("MACHST", $"the machine stamp says {Name(stamp.Value)} "
                + $"but sizes, mode and axes are {Name(likely)}; read as the latter");
        }

        return likely;
    }

    private static MrcByteOrder? FromStamp(ReadOnlySpan<byte> stamp) => (stamp[0], stamp[1]) switch
    {
        (0x44, 0x44 or 0x41) => MrcByteOrder.LittleEndian,
        (0x11, 0x11) => MrcByteOrder.BigEndian,
        _ => null,
    };

    private static int Plausibility(MrcHeaderWords words)
    {
        var score = words.Int32(4) is >= 0 and <= 127 ? 2 : 0;
        for (var word = 1; word <= 3; word++)
            score += words.Int32(word) is > 0 and <= WidestPlausible ? 1 : 0;
        for (var word = 17; word <= 19; word++)
            score += words.Int32(word) is >= 0 and <= 3 ? 1 : 0;
        return score;
    }

    private static string Name(MrcByteOrder order) => order == MrcByteOrder.BigEndian ? "big-endian" : "little-endian";
}
