namespace SingleParticle.Formats.Mrc;

/// <summary>How an MRC file stores its samples (header word 4, MODE).</summary>
/// <remarks>
/// MRC2014: Cheng et al. 2015, J. Struct. Biol. 192, 146, doi:10.1016/j.jsb.2015.04.002. Mode 12 is the later half-float extension.
/// </remarks>
public enum MrcMode
{
    /// <summary>One byte a sample, signed unless the header bears IMOD's stamp without its sign flag.</summary>
    Int8 = 0,

    /// <summary>Signed 16-bit integers.</summary>
    Int16 = 1,

    /// <summary>32-bit floats; what this library writes unless told otherwise.</summary>
    Float32 = 2,

    /// <summary>Complex 16-bit integers; named in errors, never read.</summary>
    ComplexInt16 = 3,

    /// <summary>Complex 32-bit floats (a Fourier transform); named in errors, never read.</summary>
    ComplexFloat32 = 4,

    /// <summary>Unsigned 16-bit integers.</summary>
    UInt16 = 6,

    /// <summary>16-bit (half) floats.</summary>
    Float16 = 12,

    /// <summary>Two 4-bit samples a byte; named in errors, never read.</summary>
    Packed4Bit = 101,
}
