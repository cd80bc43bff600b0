namespace SingleParticle.Formats.Mrc;

/// <summary>Which number type a header's samples have, and how long one is.</summary>
internal static class MrcSampleFormats
{
    /// <summary>The number type of the samples; null when the mode is one that is refused.</summary>
    public static MrcSampleFormat? Of(MrcHeader header) => header.Mode switch
    {
        MrcMode.Int8 => header.HasUnsignedBytes ? MrcSampleFormat.UInt8 : MrcSampleFormat.Int8,
        MrcMode.Int16 => MrcSampleFormat.Int16,
        MrcMode.UInt16 => MrcSampleFormat.UInt16,
        MrcMode.Float16 => MrcSampleFormat.Float16,
        MrcMode.Float32 => MrcSampleFormat.Float32,
        _ => null,
    };

    public static int ByteCount(MrcSampleFormat format) => format switch
    {
        MrcSampleFormat.Int8 or MrcSampleFormat.UInt8 => 1,
        MrcSampleFormat.Float32 => 4,
        _ => 2,
    };
}
