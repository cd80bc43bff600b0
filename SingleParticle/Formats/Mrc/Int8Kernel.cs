using System.Numerics;

namespace SingleParticle.Formats.Mrc;

/// <summary>Signed bytes to floats.</summary>
internal readonly struct Int8Kernel : IMrcSampleKernel<sbyte>
{
    public static float Convert(sbyte sample) => sample;

    public static void Convert(Vector<sbyte> samples, Span<float> destination)
    {
        Vector.Widen(samples, out var low, out var high);
        Int16Kernel.Convert(low, destination);
        Int16Kernel.Convert(high, destination[Vector<short>.Count..]);
    }
}
