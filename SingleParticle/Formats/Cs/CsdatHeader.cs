using System.Text.Json;
using SingleParticle.Collections;

namespace SingleParticle.Formats.Cs;

/// <summary>The JSON header of the compressed `.cs` container.</summary>
/// <param name="RowCount">Number of rows.</param>
/// <param name="Columns">Name, type and shape of each column; text columns have the type <see cref="TextOffset"/>.</param>
/// <param name="CompressedNames">Names of the columns stored as LZ4 blocks.</param>
internal sealed record CsdatHeader(
    int RowCount,
    IReadOnlyList<(string Name, CsElementType Type, EquatableArray<int> Shape)> Columns,
    IReadOnlySet<string> CompressedNames)
{
    /// <summary>Stands for text: the column holds 64-bit offsets into the string heap.</summary>
    public static CsElementType TextOffset { get; } = new('O', sizeof(ulong));

    /// <summary>Reads the header.</summary>
    /// <param name="path">File, for messages.</param>
    /// <param name="json">The JSON text, UTF-8.</param>
    public static CsdatHeader Parse(string path, byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(path, document.RootElement);
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new DataFileException(
                path,
                "header",
                $"cannot be read ({cause.Message}); expected JSON with length, dtype, compression and compressed_fields",
                cause);
        }
    }

    private static CsdatHeader Read(string path, JsonElement root)
    {
        var compression = root.TryGetProperty("compression", out var kind) ? kind.GetString() : null;
        if (compression is not (null or "lz4"))
        {
            throw new DataFileException(
                path, "header", $"compression '{compression}' is not read; save the file in the default .npy form, or with lz4");
        }

        var rowCount = root.GetProperty("length").GetInt32();
        if (rowCount < 0)
            throw new DataFileException(path, "header", "length is negative; the file is damaged");
        var compressed = root.TryGetProperty("compressed_fields", out var names) && names.ValueKind == JsonValueKind.Array
            ? names.EnumerateArray().Select(name => name.GetString() ?? "").ToHashSet(StringComparer.Ordinal)
            : [];
        if (compression is null && compressed.Count > 0)
            throw new DataFileException(path, "header", "compressed_fields names fields but compression is null; the file is damaged");
        var columns = root.GetProperty("dtype").EnumerateArray().Select(field => CsDescription.Read(path, Plain(field), TextOffset));
        return new CsdatHeader(rowCount, [.. columns], compressed);
    }

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetInt64(),
        _ => null,
    };
}
