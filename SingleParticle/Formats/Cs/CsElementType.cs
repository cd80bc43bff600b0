using System.Globalization;

namespace SingleParticle.Formats.Cs;

/// <summary>What one element of a `.cs` column is: its kind and its size, in numpy's spelling.</summary>
/// <param name="Kind">numpy's kind letter: f, i, u, c, b, S (bytes text), U (UTF-32 text), V (opaque bytes).</param>
/// <param name="ByteCount">Bytes of one element.</param>
public readonly record struct CsElementType(char Kind, int ByteCount)
{
    /// <summary>32-bit floating point.</summary>
    public static CsElementType Float32 { get; } = new('f', 4);

    /// <summary>32-bit unsigned integer.</summary>
    public static CsElementType UInt32 { get; } = new('u', 4);

    /// <summary>64-bit unsigned integer.</summary>
    public static CsElementType UInt64 { get; } = new('u', 8);

    /// <summary>Whether values are whole numbers.</summary>
    public bool IsInteger => Kind is 'i' or 'u' or 'b';

    /// <summary>Whether values are real numbers.</summary>
    public bool IsNumber => IsInteger || Kind is 'f';

    /// <summary>The spelling in a header, for instance &lt;f4 or |S61.</summary>
    public string Code => Kind switch
    {
        'S' or 'V' => string.Create(CultureInfo.InvariantCulture, $"|{Kind}{ByteCount}"),
        'U' => string.Create(CultureInfo.InvariantCulture, $"<U{ByteCount / 4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(ByteCount == 1 ? '|' : '<')}{Kind}{ByteCount}"),
    };

    /// <summary>Text of at most so many bytes.</summary>
    /// <param name="byteCount">Width; shorter text is padded with zero bytes.</param>
    public static CsElementType Text(int byteCount) => new('S', Math.Max(1, byteCount));

    /// <summary>Reads numpy's spelling.</summary>
    /// <param name="code">For instance &lt;f4, |S61, &lt;u8.</param>
    /// <param name="type">The type, if it can be read.</param>
    /// <returns>What is wrong and what to do; null when the type can be read.</returns>
    public static string? TryParse(string code, out CsElementType type)
    {
        type = default;
        var order = code.Length > 0 ? code[0] : ' ';
        var body = order is '<' or '>' or '|' or '=' ? code[1..] : code;
        if (body.Length == 0)
            return $"dtype '{code}' is empty; expected for instance <f4, <u4, <u8 or |S61";
        if (body[0] == 'O')
            return $"dtype '{code}' holds Python objects, which need pickle; save the file again with plain numeric and |S columns";
        if (!int.TryParse(body.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 1 << 24)
            return $"dtype '{code}' is not known; expected for instance <f4, <u4, <u8 or |S61";
        if (order == '>' && count > 1 && body[0] is not ('S' or 'V'))
            return $"dtype '{code}' is big-endian; CryoSPARC writes little-endian (<): convert it with numpy's astype";
        type = new CsElementType(body[0], body[0] == 'U' ? 4 * count : count);
        return type.IsKnown ? null : $"dtype '{code}' is not known; expected for instance <f4, <u4, <u8 or |S61";
    }

    /// <inheritdoc/>
    public override string ToString() => Code;

    private bool IsKnown => Kind switch
    {
        'f' => ByteCount is 2 or 4 or 8,
        'i' or 'u' => ByteCount is 1 or 2 or 4 or 8,
        'c' => ByteCount is 8 or 16,
        'b' => ByteCount == 1,
        'S' or 'U' or 'V' => true,
        _ => false,
    };
}
