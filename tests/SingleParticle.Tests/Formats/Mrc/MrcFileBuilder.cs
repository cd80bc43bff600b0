using System.Buffers.Binary;

namespace SingleParticle.Tests.Formats.Mrc;

/// <summary>Lays out MRC files byte by byte, sane unless told otherwise; independent of the library's writers.</summary>
internal sealed class MrcFileBuilder
{
    private readonly byte[] _header = new byte[1024];
    private readonly bool _bigEndian;
    private byte[] _extended = [];
    private byte[] _data = [];

    public MrcFileBuilder(int columns, int rows, int sections, int mode = 2, bool bigEndian = false)
    {
        _bigEndian = bigEndian;
        Int32(1, columns, rows, sections, mode).Int32(8, columns, rows, sections);
        Single(11, columns * 2, rows * 2, sections * 2, 90, 90, 90).Int32(17, 1, 2, 3);
        Single(20, 0, 1, 0.5f).Int32(23, 1).Single(55, 1);
        "MAP "u8.CopyTo(_header.AsSpan(208));
        Stamp(bigEndian ? [0x11, 0x11] : [0x44, 0x44]);
    }

    public MrcFileBuilder Int32(int word, params int[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            var span = _header.AsSpan((word - 1 + index) * 4);
            if (_bigEndian)
                BinaryPrimitives.WriteInt32BigEndian(span, values[index]);
            else
                BinaryPrimitives.WriteInt32LittleEndian(span, values[index]);
        }

        return this;
    }

    public MrcFileBuilder Single(int word, params float[] values) => Int32(word, Array.ConvertAll(values, BitConverter.SingleToInt32Bits));

    public MrcFileBuilder Stamp(params byte[] stamp)
    {
        stamp.CopyTo(_header.AsSpan(212));
        return this;
    }

    public MrcFileBuilder WithoutMapStamp()
    {
        _header.AsSpan(208, 8).Clear();
        return this;
    }

    public MrcFileBuilder Extended(byte[] bytes, string type)
    {
        _extended = bytes;
        System.Text.Encoding.ASCII.GetBytes(type).CopyTo(_header.AsSpan(104));
        return Int32(24, bytes.Length);
    }

    public MrcFileBuilder Floats(params float[] values)
    {
        _data = new byte[values.Length * 4];
        for (var index = 0; index < values.Length; index++)
        {
            if (_bigEndian)
                BinaryPrimitives.WriteSingleBigEndian(_data.AsSpan(index * 4), values[index]);
            else
                BinaryPrimitives.WriteSingleLittleEndian(_data.AsSpan(index * 4), values[index]);
        }

        return this;
    }

    public MrcFileBuilder Bytes(params byte[] data)
    {
        _data = data;
        return this;
    }

    public byte[] Build() => [.. _header, .. _extended, .. _data];

    public string Write(string path)
    {
        File.WriteAllBytes(path, Build());
        return path;
    }
}
