using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace SingleParticle.Nodes.Pictures;

/// <summary>Encodes images as PNG (ISO/IEC 15948).</summary>
public static class Png
{
    private const int GreySamples = 1;
    private const int ColourSamples = 3;
    private const byte ColourTypeGrey = 0;
    private const byte ColourTypeRgb = 2;
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Encodes an 8-bit grey image.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="grey">Values [y, x], top row first, exactly width times height.</param>
    public static byte[] EncodeGrey(int width, int height, ReadOnlySpan<byte> grey) => Encode(width, height, GreySamples, grey);

    /// <summary>Encodes a colour image.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="pixels">Colours [y, x], top row first, exactly width times height.</param>
    public static byte[] EncodeRgb(int width, int height, ReadOnlySpan<Rgb> pixels) =>
        Encode(width, height, ColourSamples, MemoryMarshal.AsBytes(pixels));

    private static byte[] Encode(int width, int height, int samplesPerPixel, ReadOnlySpan<byte> samples)
    {
        if (samples.Length != width * height * samplesPerPixel)
            throw new ArgumentException(
                $"an image of {width} x {height} has {width * height} pixels, not {samples.Length / samplesPerPixel}", nameof(samples));
        using var file = new MemoryStream();
        file.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = samplesPerPixel == ColourSamples ? ColourTypeRgb : ColourTypeGrey;
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compress(width * samplesPerPixel, height, samples));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Compress(int rowBytes, int height, ReadOnlySpan<byte> samples)
    {
        using var data = new MemoryStream();
        using (var deflate = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                deflate.WriteByte(0);
                deflate.Write(samples.Slice(y * rowBytes, rowBytes));
            }
        }

        return data.ToArray();
    }

    private static void WriteChunk(Stream file, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
        file.Write(word);
        var body = new byte[4 + data.Length];
        Encoding.ASCII.GetBytes(type, body);
        data.CopyTo(body.AsSpan(4));
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(word, Crc32(body));
        file.Write(word);
    }

    private static uint Crc32(ReadOnlySpan<byte> data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }
}
