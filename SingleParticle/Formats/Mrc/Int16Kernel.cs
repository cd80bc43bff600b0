using System.Numerics;

namespace SingleParticle.Formats.Mrc;

/// <summary>Signed 16-bit integers to floats.</summary>
internal readonly struct Int16Kernel : IMrcSampleKernel<short>
{
    public static float Convert(short sample) => sample;

    public static void Convert(Vector<short> samples, Span<float> destination)
    {
        Vector.Widen(samples, out var low, out var high);
        Vector.ConvertToSingle(low).CopyTo(destination);
        Vector.ConvertToSingle(high).CopyTo(destination[Vector<float>.Count..]);
    }
}
