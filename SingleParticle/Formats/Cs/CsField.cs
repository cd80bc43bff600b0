using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace SingleParticle.Formats.Cs;

/// <summary>Typed access to one column, checked once when it is opened.</summary>
public sealed class CsField
{
    private readonly CsTable _table;
    private readonly CsColumn _column;

    private CsField(CsTable table, CsColumn column)
    {
        _table = table;
        _column = column;
    }

    /// <summary>The column read.</summary>
    public CsColumn Column => _column;

    /// <summary>What stands in the way of reading a field as asked; null when nothing does.</summary>
    /// <param name="table">Table.</param>
    /// <param name="name">slot/field.</param>
    /// <param name="kind">What its values must be.</param>
    /// <param name="elementCount">Elements each row must have.</param>
    /// <returns>The malformed file, described: field, found dtype, expected dtype, what to do.</returns>
    public static DataFileException? Check(CsTable table, string name, CsFieldKind kind, int elementCount = 1)
    {
        ArgumentNullException.ThrowIfNull(table);
        var expected = Expected(kind, elementCount);
        if (table.Find(name) is not { } column)
        {
            return new DataFileException(
                table.SourcePath, name, $"the field is missing; expected {expected}. Connect an output that has it");
        }

        var fits = kind switch
        {
            CsFieldKind.Number => column.Type.IsNumber,
            CsFieldKind.Integer => column.Type.IsInteger,
            _ => column.Type.Kind == 'S',
        };
        if (fits && column.ElementCount == elementCount)
            return null;
        var remedy = column.Type.Kind == 'U'
            ? "unicode text is not what CryoSPARC writes: convert it with numpy's astype('S')"
            : "the file was not written by a CryoSPARC job or was edited: write the field again in the expected type";
        return new DataFileException(table.SourcePath, name, $"found dtype {column.Description}, expected {expected}; {remedy}");
    }

    /// <summary>Opens a field.</summary>
    /// <param name="table">Table.</param>
    /// <param name="name">slot/field.</param>
    /// <param name="kind">What its values must be.</param>
    /// <param name="elementCount">Elements each row must have.</param>
    /// <exception cref="DataFileException">The field is missing or of another type or shape.</exception>
    public static CsField Open(CsTable table, string name, CsFieldKind kind, int elementCount = 1) =>
        Check(table, name, kind, elementCount) is { } problem ? throw problem : new CsField(table, table.Find(name)!);

    /// <summary>A number; 64-bit integers beyond 2^53 are rounded.</summary>
    /// <param name="rowIndex">0-based row.</param>
    /// <param name="elementIndex">Element in the row.</param>
    public double Number(int rowIndex, int elementIndex = 0)
    {
        var bytes = Element(rowIndex, elementIndex);
        return (_column.Type.Kind, bytes.Length) switch
        {
            ('f', 4) => BinaryPrimitives.ReadSingleLittleEndian(bytes),
            ('f', 8) => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
            ('f', _) => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
            ('i', _) => (long)Integer(rowIndex, elementIndex),
            _ => Integer(rowIndex, elementIndex),
        };
    }

    /// <summary>A whole number as 64 bits; negative ones in two's complement.</summary>
    /// <param name="rowIndex">0-based row.</param>
    /// <param name="elementIndex">Element in the row.</param>
    public ulong Integer(int rowIndex, int elementIndex = 0)
    {
        var bytes = Element(rowIndex, elementIndex);
        return (_column.Type.Kind, bytes.Length) switch
        {
            (_, 8) => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
            ('i', 4) => (ulong)BinaryPrimitives.ReadInt32LittleEndian(bytes),
            ('i', 2) => (ulong)BinaryPrimitives.ReadInt16LittleEndian(bytes),
            ('i', _) => (ulong)(sbyte)bytes[0],
            (_, 4) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            (_, 2) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            _ => bytes[0],
        };
    }

    /// <summary>Text without its zero padding, as bytes.</summary>
    /// <param name="rowIndex">0-based row.</param>
    public ReadOnlySpan<byte> TextBytes(int rowIndex) => Element(rowIndex, 0).TrimEnd((byte)0);

    /// <summary>Text, UTF-8.</summary>
    /// <param name="rowIndex">0-based row.</param>
    public string Text(int rowIndex) => Encoding.UTF8.GetString(TextBytes(rowIndex));

    private ReadOnlySpan<byte> Element(int rowIndex, int elementIndex)
    {
        var size = _column.Type.ByteCount;
        return _table.Records[rowIndex].Slice(_column.ByteOffset + elementIndex * size, size);
    }

    private static string Expected(CsFieldKind kind, int elementCount)
    {
        var type = kind switch { CsFieldKind.Number => "f4 or f8", CsFieldKind.Integer => "u4 or u8", _ => "|S" };
        return elementCount == 1 ? type : string.Create(CultureInfo.InvariantCulture, $"{type} ({elementCount})");
    }
}
