using SingleParticle.Formats;
using SingleParticle.Formats.Cs;
using SingleParticle.Particles;

namespace Host.Runner.Datasets;

/// <summary>What slot blob says about the images.</summary>
/// <param name="Files">Stacks that were found, absolute paths; who reads the particles reports those that were not.</param>
/// <param name="BoxPixels">Edge of the first image; null when not said.</param>
/// <param name="PixelSizeAngstrom">Pixel size of the first image; null when not said.</param>
internal sealed record CsImages(IReadOnlyList<string> Files, int? BoxPixels, double? PixelSizeAngstrom)
{
    /// <summary>Nothing known.</summary>
    public static CsImages None { get; } = new([], null, null);

    /// <summary>Reads the slot; null when it is damaged, which is reported.</summary>
    /// <param name="draft">The source.</param>
    /// <param name="file">The .cs file with slot blob.</param>
    public static CsImages? Read(SourceDraft draft, SourceFile file) => draft.Read(file, path =>
    {
        var table = CsReader.Read(path);
        var files = FilesOf(CsField.Open(table, "blob/path", CsFieldKind.Text), table.RowCount, new ImagePathResolver(path, draft.Roots));
        var box = First(table, "blob/shape", CsFieldKind.Integer, elementCount: 2);
        var pixelSize = First(table, "blob/psize_A", CsFieldKind.Number, elementCount: 1);
        return new CsImages(files, box is <= ushort.MaxValue ? (int)box : null, pixelSize);
    });

    private static List<string> FilesOf(CsField path, int rowCount, ImagePathResolver resolver)
    {
        var files = new OrderedDictionary<string, bool>(StringComparer.Ordinal);
        var last = ReadOnlySpan<byte>.Empty;
        for (var row = 0; row < rowCount; row++)
        {
            // Neighbours mostly come from the same stack.
            var bytes = path.TextBytes(row);
            if (row > 0 && bytes.SequenceEqual(last))
                continue;
            last = bytes;
            if (resolver.Resolve(path.Text(row)) is { } file)
                files.TryAdd(file, true);
        }

        return [.. files.Keys];
    }

    private static double? First(CsTable table, string name, CsFieldKind kind, int elementCount)
    {
        if (table.Find(name) is null || table.RowCount == 0)
            return null;
        var value = CsField.Open(table, name, kind, elementCount).Number(0);
        return double.IsFinite(value) && value > 0
            ? value
            : throw new DataFileException(
                table.SourcePath,
                $"{name} row 0",
                FormattableString.Invariant($"found {value}, expected a positive number; export the file again"));
    }
}
