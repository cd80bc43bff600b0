using SingleParticle.Formats.Cs;

namespace SingleParticle.Particles.Cs;

/// <summary>Writes chosen rows of a joined set as one `.cs` file: old columns byte for byte, new ones in their place or behind.</summary>
internal sealed class CsTableWriter
{
    private readonly CsJoinedRows _rows;
    private readonly ParticleUpdate _update;
    private readonly List<CsColumn> _columns;
    private readonly List<(CsPart Part, int SourceOffset, int TargetOffset, int ByteCount)> _copies = [];
    private readonly List<(CsFill Fill, CsColumn Target)> _fills = [];
    private readonly CsMultiColumns? _multi;

    /// <summary>Plans the records.</summary>
    /// <param name="rows">Joined rows.</param>
    /// <param name="update">Rows and values to write.</param>
    /// <param name="newColumns">Columns set; they win over those of the same name.</param>
    public CsTableWriter(CsJoinedRows rows, ParticleUpdate update, IReadOnlyList<CsNewColumn> newColumns)
    {
        _rows = rows;
        _update = update;
        var newByName = newColumns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var old = rows.Parts.SelectMany(part => part.Columns.Select(column => (Part: part, Column: column)))
            .Where(item => update.ClassPosteriors is null || item.Column.Slot != CsMultiColumns.Slot).ToList();
        var described = old.Select(item => newByName.TryGetValue(item.Column.Name, out var column)
            ? (column.Name, column.Type, column.Shape)
            : (item.Column.Name, item.Column.Type, item.Column.Shape)).ToList();
        described.AddRange(newColumns.Where(column => old.TrueForAll(item => item.Column.Name != column.Name))
            .Select(column => (column.Name, column.Type, column.Shape)));
        _columns = [.. CsTable.Layout(described)];
        for (var index = 0; index < old.Count; index++)
            PlanCopy(old[index].Part, old[index].Column, _columns[index]);
        foreach (var column in _columns.Where(column => newByName.ContainsKey(column.Name)))
            _fills.Add((newByName[column.Name].Fill, column));
        _multi = update.ClassPosteriors is null ? null : CsMultiColumns.AddTo(_columns, update);
    }

    /// <summary>Writes the file.</summary>
    /// <param name="path">File; appears complete or not at all.</param>
    public void Write(string path) => CsWriter.Write(path, _columns, _update.Rows.Length, FillRecord);

    private void PlanCopy(CsPart part, CsColumn source, CsColumn target)
    {
        if (source.Type != target.Type || source.Shape != target.Shape)
            return;
        // Neighbours in both records are copied at once.
        if (_copies.Count > 0 && _copies[^1] is var last && ReferenceEquals(last.Part, part)
            && last.SourceOffset + last.ByteCount == source.ByteOffset && last.TargetOffset + last.ByteCount == target.ByteOffset)
            _copies[^1] = last with { ByteCount = last.ByteCount + source.ByteCount };
        else
            _copies.Add((part, source.ByteOffset, target.ByteOffset, source.ByteCount));
    }

    private void FillRecord(int updateIndex, Span<byte> record)
    {
        foreach (var (part, sourceOffset, targetOffset, byteCount) in _copies)
        {
            var row = part.RowOf(_update.Rows[updateIndex]);
            if (row >= 0)
                part.Table.Records[row].Slice(sourceOffset, byteCount).CopyTo(record[targetOffset..]);
        }

        foreach (var (fill, target) in _fills)
            fill(updateIndex, record.Slice(target.ByteOffset, target.ByteCount));
        _multi?.Fill(updateIndex, record);
    }
}
