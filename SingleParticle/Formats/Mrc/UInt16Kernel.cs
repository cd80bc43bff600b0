using System.Numerics;

namespace SingleParticle.Formats.Mrc;

/// <summary>Unsigned 16-bit integers to floats.</summary>
internal readonly struct UInt16Kernel : IMrcSampleKernel<ushort>
{
    public static float Convert(ushort sample) => sample;

    public static void Convert(Vector<ushort> samples, Span<float> destination)
    {
        Vector.Widen(samples, out var low, out var high);
        Vector.ConvertToSingle(Vector.AsVectorInt32(low)).CopyTo(destination);
        Vector.ConvertToSingle(Vector.AsVectorInt32(high)).CopyTo(destination[Vector<float>.Count..]);
    }
}
