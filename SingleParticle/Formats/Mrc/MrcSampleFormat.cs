namespace SingleParticle.Formats.Mrc;

/// <summary>The number type of a sample that can be read; MODE with the sign of its bytes settled.</summary>
internal enum MrcSampleFormat
{
    Int8,
    UInt8,
    Int16,
    UInt16,
    Float16,
    Float32,
}
