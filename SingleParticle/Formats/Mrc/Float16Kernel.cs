using System.Numerics;

namespace SingleParticle.Formats.Mrc;

/// <summary>Half floats, given by their bits, to floats.</summary>
/// <remarks>
/// Exponent and fraction move to their places in a float and are multiplied by 2^112, the difference of the two exponent biases;
/// the multiplication also normalises subnormal halves. An exponent of 31 becomes 255: infinity and NaN.
/// </remarks>
internal readonly struct Float16Kernel : IMrcSampleKernel<ushort>
{
    private const uint SignBit = 0x8000;
    private const uint Magnitude = 0x7FFF;
    private const uint ShiftedInfinity = 0x0F80_0000;
    private const uint FloatExponent = 0x7F80_0000;
    private const float BiasDifference = 5.192296858534828e33f;

    public static float Convert(ushort sample)
    {
        var shifted = (sample & Magnitude) << 13;
        var scaled = BitConverter.SingleToUInt32Bits(BitConverter.UInt32BitsToSingle(shifted) * BiasDifference);
        var special = shifted >= ShiftedInfinity ? FloatExponent : 0;
        return BitConverter.UInt32BitsToSingle(scaled | special | ((sample & SignBit) << 16));
    }

    public static void Convert(Vector<ushort> samples, Span<float> destination)
    {
        Vector.Widen(samples, out var low, out var high);
        Convert(low).CopyTo(destination);
        Convert(high).CopyTo(destination[Vector<float>.Count..]);
    }

    private static Vector<float> Convert(Vector<uint> samples)
    {
        var shifted = (samples & new Vector<uint>(Magnitude)) << 13;
        var scaled = Vector.AsVectorUInt32(Vector.AsVectorSingle(shifted) * new Vector<float>(BiasDifference));
        // Signed comparison is the one that every instruction set has; the sign bit is clear here.
        var isSpecial = Vector.GreaterThanOrEqual(Vector.AsVectorInt32(shifted), new Vector<int>((int)ShiftedInfinity));
        var special = Vector.AsVectorUInt32(isSpecial) & new Vector<uint>(FloatExponent);
        return Vector.AsVectorSingle(scaled | special | ((samples & new Vector<uint>(SignBit)) << 16));
    }
}
