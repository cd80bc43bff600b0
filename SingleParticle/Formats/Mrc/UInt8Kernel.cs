using System.Numerics;

namespace SingleParticle.Formats.Mrc;

/// <summary>Unsigned bytes to floats.</summary>
internal readonly struct UInt8Kernel : IMrcSampleKernel<byte>
{
    public static float Convert(byte sample) => sample;

    public static void Convert(Vector<byte> samples, Span<float> destination)
    {
        Vector.Widen(samples, out var low, out var high);
        UInt16Kernel.Convert(low, destination);
        UInt16Kernel.Convert(high, destination[Vector<ushort>.Count..]);
    }
}
