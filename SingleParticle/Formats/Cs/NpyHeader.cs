using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace SingleParticle.Formats.Cs;

/// <summary>The header of an .npy file that holds a one-dimensional structured array.</summary>
/// <param name="Columns">Columns in file order.</param>
/// <param name="RowCount">Number of records.</param>
internal sealed record NpyHeader(IReadOnlyList<CsColumn> Columns, int RowCount)
{
    private const int Alignment = 64;

    /// <summary>The six bytes an .npy file starts with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads the dictionary of a header.</summary>
    /// <param name="path">File, for messages.</param>
    /// <param name="text">The Python dictionary.</param>
    public static NpyHeader Parse(string path, string text)
    {
        Dictionary<string, object?> dictionary;
        try
        {
            dictionary = PythonLiteral.Parse(text) as Dictionary<string, object?> ?? throw new FormatException("expected a dictionary");
        }
        catch (FormatException problem)
        {
            throw Malformed(path, $"cannot be read: {problem.Message}; the file is damaged or was edited as text", problem);
        }

        if (dictionary.GetValueOrDefault("fortran_order") is true)
            throw Malformed(path, "fortran_order is True; expected False: save the array again in C order");
        if (dictionary.GetValueOrDefault("descr") is not List<object?> fields)
            throw Malformed(path, "descr is not a list of fields; expected a structured array with named columns, this is a plain array");
        return new NpyHeader(CsTable.Layout(fields.Select(field => CsDescription.Read(path, field))), RowCountOf(path, dictionary));
    }

    /// <summary>Writes magic, version, length and dictionary, padded so that the records start at a multiple of 64 bytes.</summary>
    public byte[] ToBytes()
    {
        var builder = new StringBuilder("{'descr': [");
        builder.AppendJoin(", ", Columns.Select(Describe));
        builder.Append(CultureInfo.InvariantCulture, $"], 'fortran_order': False, 'shape': ({RowCount},), }}");
        var text = Encoding.Latin1.GetBytes(builder.ToString());
        var version = text.Length + Alignment <= ushort.MaxValue ? 1 : 2;
        var prefix = version == 1 ? 10 : 12;
        var total = (prefix + text.Length + 1 + Alignment - 1) / Alignment * Alignment;
        var bytes = new byte[total];
        bytes.AsSpan(prefix).Fill((byte)' ');
        Magic.CopyTo(bytes);
        bytes[6] = (byte)version;
        if (version == 1)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)(total - prefix));
        else
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), (uint)(total - prefix));
        text.CopyTo(bytes, prefix);
        bytes[^1] = (byte)'\n';
        return bytes;
    }

    private static string Describe(CsColumn column)
    {
        var name = column.Name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
        var shape = column.Shape.Count switch
        {
            0 => "",
            1 => string.Create(CultureInfo.InvariantCulture, $", ({column.Shape[0]},)"),
            _ => $", ({string.Join(", ", column.Shape.Select(axis => axis.ToString(CultureInfo.InvariantCulture)))})",
        };
        return $"('{name}', '{column.Type.Code}'{shape})";
    }

    private static int RowCountOf(string path, Dictionary<string, object?> dictionary)
    {
        if (dictionary.GetValueOrDefault("shape") is not List<object?> { Count: 1 } shape || shape[0] is not long count)
            throw Malformed(path, "shape is not one-dimensional; a .cs file has one axis, its rows");
        return count is >= 0 and <= int.MaxValue
            ? (int)count
            : throw Malformed(path, string.Create(CultureInfo.InvariantCulture, $"shape says {count} rows; expected 0 to {int.MaxValue}"));
    }

    private static DataFileException Malformed(string path, string problem, Exception? cause = null) =>
        new(path, "header", problem, cause);
}
