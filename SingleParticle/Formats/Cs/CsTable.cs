using SingleParticle.Collections;

namespace SingleParticle.Formats.Cs;

/// <summary>A `.cs` data set: named, typed columns over packed records.</summary>
public sealed class CsTable
{
    private readonly Dictionary<string, CsColumn> _columnByName = new(StringComparer.Ordinal);

    /// <summary>Describes records.</summary>
    /// <param name="sourcePath">File the records came from, for messages.</param>
    /// <param name="columns">Columns in file order.</param>
    /// <param name="records">Their bytes.</param>
    public CsTable(string sourcePath, IReadOnlyList<CsColumn> columns, CsRecords records)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(records);
        SourcePath = sourcePath;
        Columns = columns;
        Records = records;
        foreach (var column in columns)
            _columnByName.TryAdd(column.Name, column);
    }

    /// <summary>File the records came from.</summary>
    public string SourcePath { get; }

    /// <summary>Columns in file order.</summary>
    public IReadOnlyList<CsColumn> Columns { get; }

    /// <summary>The packed records.</summary>
    public CsRecords Records { get; }

    /// <summary>Number of rows; zero is allowed.</summary>
    public int RowCount => Records.RowCount;

    /// <summary>Slots (the part before the slash) in order of first appearance, without uid.</summary>
    public IReadOnlyList<string> Slots => [.. Columns.Select(column => column.Slot).Where(slot => slot.Length > 0).Distinct()];

    /// <summary>A column by name; null when the file has none.</summary>
    /// <param name="name">slot/field, or uid.</param>
    public CsColumn? Find(string name) => _columnByName.GetValueOrDefault(name);

    /// <summary>The bytes of one value.</summary>
    /// <param name="rowIndex">0-based row.</param>
    /// <param name="column">A column of this table.</param>
    public Span<byte> Bytes(int rowIndex, CsColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Records[rowIndex].Slice(column.ByteOffset, column.ByteCount);
    }

    /// <summary>Places columns one after the other, without padding.</summary>
    /// <param name="columns">Name, type and shape of each.</param>
    public static IReadOnlyList<CsColumn> Layout(IEnumerable<(string Name, CsElementType Type, EquatableArray<int> Shape)> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var placed = new List<CsColumn>();
        foreach (var (name, type, shape) in columns)
            placed.Add(new CsColumn(name, type, shape, placed.Count == 0 ? 0 : placed[^1].EndOffset));
        return placed;
    }
}
