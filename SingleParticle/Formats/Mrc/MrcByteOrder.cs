namespace SingleParticle.Formats.Mrc;

/// <summary>The order of the bytes in a number of an MRC file.</summary>
public enum MrcByteOrder
{
    /// <summary>Least significant byte first (machine stamp 44 44 or 44 41).</summary>
    LittleEndian,

    /// <summary>Most significant byte first (machine stamp 11 11).</summary>
    BigEndian,
}
