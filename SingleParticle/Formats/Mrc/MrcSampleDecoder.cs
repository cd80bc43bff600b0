using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SingleParticle.Formats.Mrc;

/// <summary>Turns stored samples of any number type and byte order into floats.</summary>
internal static class MrcSampleDecoder
{
    /// <summary>Decodes samples.</summary>
    /// <param name="stored">The stored bytes; overwritten when their order is not the machine's.</param>
    /// <param name="format">Number type of a sample.</param>
    /// <param name="byteOrder">Order of the stored bytes.</param>
    /// <param name="destination">As many floats as there are samples; for floats it may be the memory of <paramref name="stored"/>.</param>
    public static void Decode(Span<byte> stored, MrcSampleFormat format, MrcByteOrder byteOrder, Span<float> destination)
    {
        MakeNative(stored, MrcSampleFormats.ByteCount(format), byteOrder);
        switch (format)
        {
            case MrcSampleFormat.Int8:
                MrcSampleConversion.Run<sbyte, Int8Kernel>(MemoryMarshal.Cast<byte, sbyte>(stored), destination);
                break;
            case MrcSampleFormat.UInt8:
                MrcSampleConversion.Run<byte, UInt8Kernel>(stored, destination);
                break;
            case MrcSampleFormat.Int16:
                MrcSampleConversion.Run<short, Int16Kernel>(MemoryMarshal.Cast<byte, short>(stored), destination);
                break;
            case MrcSampleFormat.UInt16:
                MrcSampleConversion.Run<ushort, UInt16Kernel>(MemoryMarshal.Cast<byte, ushort>(stored), destination);
                break;
            case MrcSampleFormat.Float16:
                MrcSampleConversion.Run<ushort, Float16Kernel>(MemoryMarshal.Cast<byte, ushort>(stored), destination);
                break;
            default:
                MemoryMarshal.Cast<byte, float>(stored).CopyTo(destination);
                break;
        }
    }

    private static void MakeNative(Span<byte> stored, int sampleByteCount, MrcByteOrder byteOrder)
    {
        var native = BitConverter.IsLittleEndian ? MrcByteOrder.LittleEndian : MrcByteOrder.BigEndian;
        if (sampleByteCount == 1 || byteOrder == native)
            return;
        if (sampleByteCount == 2)
        {
            var samples = MemoryMarshal.Cast<byte, ushort>(stored);
            BinaryPrimitives.ReverseEndianness(samples, samples);
        }
        else
        {
            var samples = MemoryMarshal.Cast<byte, uint>(stored);
            BinaryPrimitives.ReverseEndianness(samples, samples);
        }
    }
}
