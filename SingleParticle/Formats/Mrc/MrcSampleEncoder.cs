using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SingleParticle.Formats.Mrc;

/// <summary>Turns floats into the little-endian samples of a written file.</summary>
internal static class MrcSampleEncoder
{
    /// <summary>The number type that a writable mode stores.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mode is read but not written.</exception>
    public static MrcSampleFormat RequireWritable(MrcMode mode) => mode switch
    {
        MrcMode.Float32 => MrcSampleFormat.Float32,
        MrcMode.Float16 => MrcSampleFormat.Float16,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "densities are written as Float32 or Float16"),
    };

    /// <summary>Encodes samples.</summary>
    /// <param name="values">Densities.</param>
    /// <param name="format">Float32 or Float16.</param>
    /// <param name="stored">Receives the bytes.</param>
    /// <param name="asStored">Receives the densities as a reader will find them, rounded to the format.</param>
    /// <exception cref="ArgumentException">A density is no number, or too large for half floats.</exception>
    public static void Encode(ReadOnlySpan<float> values, MrcSampleFormat format, Span<byte> stored, Span<float> asStored)
    {
        if (format == MrcSampleFormat.Float32)
            EncodeSingles(values, stored, asStored);
        else
            EncodeHalves(values, stored, asStored);
        var index = FiniteCheck.IndexOfFirstNonFinite(asStored);
        if (index < 0)
            return;
        var remedy = float.IsFinite(values[index])
            ? FormattableString.Invariant($"exceeds {(float)Half.MaxValue}, the largest half float; write Float32 or scale it")
            : "is not a number that can be written";
        throw new ArgumentException(FormattableString.Invariant($"density {values[index]} at index {index} {remedy}"), nameof(values));
    }

    private static void EncodeSingles(ReadOnlySpan<float> values, Span<byte> stored, Span<float> asStored)
    {
        values.CopyTo(asStored);
        var samples = MemoryMarshal.Cast<byte, uint>(stored);
        MemoryMarshal.Cast<float, uint>(values).CopyTo(samples);
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(samples, samples);
    }

    private static void EncodeHalves(ReadOnlySpan<float> values, Span<byte> stored, Span<float> asStored)
    {
        var samples = MemoryMarshal.Cast<byte, ushort>(stored);
        for (var index = 0; index < values.Length; index++)
            samples[index] = BitConverter.HalfToUInt16Bits((Half)values[index]);
        MrcSampleConversion.Run<ushort, Float16Kernel>(samples, asStored);
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(samples, samples);
    }
}
