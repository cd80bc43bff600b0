using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using SingleParticle.Formats.Cs;

namespace SingleParticle.Particles.Cs;

/// <summary>The value of a `.cs` column as one word of text and back, every bit kept.</summary>
/// <remarks>
/// Numbers are decimal and read back exactly, arrays are [a,b], text is as it is with %XX for what a word cannot hold, all else is
/// hexadecimal.
/// </remarks>
internal static class CsTextValue
{
    private const string PlainPunctuation = "/._-+>:=@,()~^&*!?|<";

    /// <summary>The word that stands for a value.</summary>
    /// <param name="column">Column.</param>
    /// <param name="value">Its bytes in one row.</param>
    public static string ToText(CsColumn column, ReadOnlySpan<byte> value)
    {
        if (column.Type.Kind == 'S' && column.Shape.Count == 0)
            return Escape(value.TrimEnd((byte)0));
        if (!IsNumeric(column.Type))
            return Convert.ToHexString(value);
        var size = column.Type.ByteCount;
        if (column.Shape.Count == 0)
            return Number(column.Type, value);
        var numbers = new string[column.ElementCount];
        for (var element = 0; element < numbers.Length; element++)
            numbers[element] = Number(column.Type, value.Slice(element * size, size));
        return $"[{string.Join(',', numbers)}]";
    }

    /// <summary>Writes the value that a word stands for.</summary>
    /// <param name="column">Column.</param>
    /// <param name="text">Word made by <see cref="ToText"/>.</param>
    /// <param name="value">Bytes of the value.</param>
    /// <exception cref="FormatException">The word does not stand for such a value.</exception>
    public static void FromText(CsColumn column, string text, Span<byte> value)
    {
        value.Clear();
        var bytes = column.Type.Kind == 'S' && column.Shape.Count == 0 ? Unescape(text) : [];
        if (!IsNumeric(column.Type) && bytes.Length == 0 && text.Length > 0)
            bytes = Convert.FromHexString(text);
        if (bytes.Length > value.Length)
            throw new FormatException("longer than its column");
        bytes.CopyTo(value);
        if (!IsNumeric(column.Type))
            return;
        var numbers = column.Shape.Count == 0
            ? [text]
            : text.Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (numbers.Length != column.ElementCount)
            throw new FormatException(FormattableString.Invariant($"{numbers.Length} numbers, expected {column.ElementCount}"));
        for (var element = 0; element < numbers.Length; element++)
            SetNumber(column.Type, numbers[element], value[(element * column.Type.ByteCount)..]);
    }

    private static bool IsNumeric(CsElementType type) => type.Kind is 'i' or 'u' || (type.Kind == 'f' && type.ByteCount is 4 or 8);

    private static string Number(CsElementType type, ReadOnlySpan<byte> value) => (type.Kind, type.ByteCount) switch
    {
        ('f', 4) => BinaryPrimitives.ReadSingleLittleEndian(value).ToString("R", CultureInfo.InvariantCulture),
        ('f', _) => BinaryPrimitives.ReadDoubleLittleEndian(value).ToString("R", CultureInfo.InvariantCulture),
        ('i', 8) => BinaryPrimitives.ReadInt64LittleEndian(value).ToString(CultureInfo.InvariantCulture),
        ('i', 4) => BinaryPrimitives.ReadInt32LittleEndian(value).ToString(CultureInfo.InvariantCulture),
        ('i', 2) => BinaryPrimitives.ReadInt16LittleEndian(value).ToString(CultureInfo.InvariantCulture),
        ('i', _) => ((sbyte)value[0]).ToString(CultureInfo.InvariantCulture),
        (_, 8) => BinaryPrimitives.ReadUInt64LittleEndian(value).ToString(CultureInfo.InvariantCulture),
        (_, 4) => BinaryPrimitives.ReadUInt32LittleEndian(value).ToString(CultureInfo.InvariantCulture),
        (_, 2) => BinaryPrimitives.ReadUInt16LittleEndian(value).ToString(CultureInfo.InvariantCulture),
        _ => value[0].ToString(CultureInfo.InvariantCulture),
    };

    private static void SetNumber(CsElementType type, string text, Span<byte> value)
    {
        if (type == CsElementType.Float32)
        {
            BinaryPrimitives.WriteSingleLittleEndian(value, float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
            return;
        }

        var bits = type.Kind switch
        {
            'f' => BitConverter.DoubleToUInt64Bits(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
            'i' => (ulong)long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            _ => ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture),
        };
        for (var index = 0; index < type.ByteCount; index++)
            value[index] = (byte)(bits >> (8 * index));
    }

    private static string Escape(ReadOnlySpan<byte> bytes)
    {
        var builder = new StringBuilder(bytes.Length);
        foreach (var value in bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)value) || PlainPunctuation.Contains((char)value, StringComparison.Ordinal))
                builder.Append((char)value);
            else
                builder.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }

        return builder.ToString();
    }

    private static byte[] Unescape(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var isEscape = text[index] == '%' && index + 2 < text.Length;
            bytes.Add(isEscape
                ? byte.Parse(text.AsSpan(index + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                : (byte)text[index]);
            index += isEscape ? 2 : 0;
        }

        return [.. bytes];
    }
}
