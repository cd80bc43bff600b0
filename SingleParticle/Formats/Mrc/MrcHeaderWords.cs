using System.Buffers.Binary;
using System.Text;

namespace SingleParticle.Formats.Mrc;

/// <summary>The 256 four-byte words of an MRC header, numbered from 1 as the format's description numbers them.</summary>
internal readonly ref struct MrcHeaderWords(ReadOnlySpan<byte> bytes, MrcByteOrder byteOrder)
{
    public const int ByteCount = 1024;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public MrcByteOrder ByteOrder { get; } = byteOrder;

    public int Int32(int word) => ByteOrder == MrcByteOrder.BigEndian
        ? BinaryPrimitives.ReadInt32BigEndian(Word(word))
        : BinaryPrimitives.ReadInt32LittleEndian(Word(word));

    public float Single(int word) => BitConverter.Int32BitsToSingle(Int32(word));

    public (int First, int Second, int Third) Int32Triple(int word) => (Int32(word), Int32(word + 1), Int32(word + 2));

    public (float First, float Second, float Third) SingleTriple(int word) => (Single(word), Single(word + 1), Single(word + 2));

    public ReadOnlySpan<byte> Word(int word) => _bytes.Slice((word - 1) * 4, 4);

    /// <summary>Printable text that starts at a word, without padding.</summary>
    public string Text(int word, int byteCount) =>
        Encoding.Latin1.GetString(_bytes.Slice((word - 1) * 4, byteCount)).Split('\0')[0].Trim();
}
