using System.Buffers.Binary;
using System.Text;
using SingleParticle.Collections;
using SingleParticle.Formats.Cs;

namespace SingleParticle.Particles.Cs;

/// <summary>Makes columns from functions of the row.</summary>
internal static class CsColumnSource
{
    /// <summary>32-bit numbers.</summary>
    /// <param name="name">slot/field.</param>
    /// <param name="elements">One function for each element of a row; one alone makes a scalar.</param>
    public static CsNewColumn Numbers(string name, params Func<int, double>[] elements) =>
        new(name, CsElementType.Float32, Shape(elements.Length), (row, value) =>
        {
            for (var element = 0; element < elements.Length; element++)
                BinaryPrimitives.WriteSingleLittleEndian(value[(element * sizeof(float))..], (float)elements[element](row));
        });

    /// <summary>Whole numbers of 32 bits.</summary>
    /// <param name="name">slot/field.</param>
    /// <param name="elements">One function for each element of a row; one alone makes a scalar.</param>
    public static CsNewColumn Integers(string name, params Func<int, long>[] elements) =>
        new(name, CsElementType.UInt32, Shape(elements.Length), (row, value) =>
        {
            for (var element = 0; element < elements.Length; element++)
                BinaryPrimitives.WriteUInt32LittleEndian(value[(element * sizeof(uint))..], (uint)elements[element](row));
        });

    /// <summary>Whole numbers of 64 bits.</summary>
    /// <param name="name">slot/field.</param>
    /// <param name="valueOf">Value of a row.</param>
    public static CsNewColumn LongInteger(string name, Func<int, ulong> valueOf) =>
        new(name, CsElementType.UInt64, [], (row, value) => BinaryPrimitives.WriteUInt64LittleEndian(value, valueOf(row)));

    /// <summary>Rows of 64-bit numbers.</summary>
    /// <param name="name">slot/field.</param>
    /// <param name="count">Numbers in each row; missing ones are zero.</param>
    /// <param name="valuesOf">Values of a row.</param>
    public static CsNewColumn LongNumbers(string name, int count, Func<int, EquatableArray<double>> valuesOf) =>
        new(name, new CsElementType('f', sizeof(double)), [count], (row, value) =>
        {
            var values = valuesOf(row);
            for (var element = 0; element < values.Count; element++)
                BinaryPrimitives.WriteDoubleLittleEndian(value[(element * sizeof(double))..], values[element]);
        });

    /// <summary>Text chosen from a short list.</summary>
    /// <param name="name">slot/field.</param>
    /// <param name="texts">The list.</param>
    /// <param name="indexOf">Index of a row's text.</param>
    public static CsNewColumn Text(string name, IEnumerable<string> texts, Func<int, int> indexOf)
    {
        var encoded = texts.Select(Encoding.UTF8.GetBytes).ToArray();
        var width = encoded.Select(text => text.Length).DefaultIfEmpty(1).Max();
        return new CsNewColumn(name, CsElementType.Text(width), [], (row, value) =>
        {
            value.Clear();
            encoded[indexOf(row)].CopyTo(value);
        });
    }

    /// <summary>Fills a table in memory.</summary>
    /// <param name="name">Where it comes from, for messages.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="rowCount">Number of rows.</param>
    public static CsTable ToTable(string name, IReadOnlyList<CsNewColumn> columns, int rowCount)
    {
        var placed = CsTable.Layout(columns.Select(column => (column.Name, column.Type, column.Shape)));
        var records = new CsRecords(rowCount, placed[^1].EndOffset);
        for (var row = 0; row < rowCount; row++)
        {
            var record = records[row];
            for (var index = 0; index < placed.Count; index++)
                columns[index].Fill(row, record.Slice(placed[index].ByteOffset, placed[index].ByteCount));
        }

        return new CsTable(name, placed, records);
    }

    private static EquatableArray<int> Shape(int elementCount) => elementCount == 1 ? [] : [elementCount];
}
