using System.Globalization;
using SingleParticle.Formats.Cs;

namespace SingleParticle.Particles.Cs;

/// <summary>Joins slots from several `.cs` files on uid.</summary>
/// <remarks>
/// Main and passthrough files, and files of other jobs, may differ in order and size. A slot comes whole from one file; particles
/// that some required slot lacks are left out; values of an optional slot that lacks them are zero.
/// </remarks>
internal sealed class CsSlotJoin
{
    /// <summary>Slots without which particles cannot be used.</summary>
    public static readonly IReadOnlyList<string> RequiredSlots = ["blob", "ctf", "alignments3D"];

    private readonly ProblemList _problems;
    private readonly CsTable _main;
    private readonly List<(CsTable Table, List<CsColumn> Columns, int[]? Rows)> _parts = [];

    private CsSlotJoin(CsSlotFiles files, ProblemList problems)
    {
        _problems = problems;
        _main = files.OwnerOf("blob")!;
        foreach (var table in files.Tables.OrderBy(table => ReferenceEquals(table, _main) ? 0 : 1))
        {
            var columns = table.Columns.Where(column => column.Slot.Length == 0
                ? ReferenceEquals(table, _main)
                : ReferenceEquals(files.OwnerOf(column.Slot), table)).ToList();
            if (columns.Count > 0)
                _parts.Add((table, columns, ReferenceEquals(table, _main) ? null : RowsFor(table)));
        }
    }

    /// <summary>Joins the files of a source.</summary>
    /// <param name="source">Slots and files.</param>
    /// <param name="problems">Where problems are reported.</param>
    /// <returns>The joined rows; null when there is any problem.</returns>
    public static CsJoinedRows? Join(ParticleSource source, ProblemList problems)
    {
        var files = new CsSlotFiles(source, problems);
        if (files.Tables.Count == 0 && problems.IsEmpty)
            problems.Add("no file", "the particle source names no file; name the .cs file of each slot (blob, ctf, alignments3D)");
        if (!problems.IsEmpty)
            return null;
        files.ReportMissing(RequiredSlots);
        foreach (var table in files.Tables)
        {
            if (CsField.Check(table, "uid", CsFieldKind.Integer) is { } problem)
                problems.Add("missing field", problem.Message);
        }

        return problems.IsEmpty ? new CsSlotJoin(files, problems).ToRows() : null;
    }

    private CsJoinedRows? ToRows()
    {
        var required = _parts.Where(part => part.Columns.Exists(column => RequiredSlots.Contains(column.Slot))).ToList();
        var kept = Enumerable.Range(0, _main.RowCount).Where(row => required.TrueForAll(part => part.Rows is null || part.Rows[row] >= 0));
        var keptRows = required.TrueForAll(part => part.Rows is null) ? null : kept.ToArray();
        var count = keptRows?.Length ?? _main.RowCount;
        foreach (var (table, columns, rows) in _parts)
            WarnOfAbsent(table, columns, rows, required.Exists(part => ReferenceEquals(part.Table, table)));
        if (count == 0)
        {
            _problems.Add("no particles", _main.RowCount == 0
                ? $"{_main.SourcePath}: the file has zero rows; connect an output that has particles"
                : $"{_main.SourcePath}: none of its {Number(_main.RowCount)} particles is in all of blob, ctf and alignments3D; "
                    + "the files are of different particles: connect outputs of one set");
        }

        if (!_problems.IsEmpty)
            return null;
        var parts = _parts.Select(part => new CsPart(part.Table, part.Columns, Compose(part.Rows, keptRows)));
        return new CsJoinedRows([.. parts], count);
    }

    private static int[]? Compose(int[]? rows, int[]? keptRows) => keptRows is null
        ? rows
        : rows is null ? keptRows : Array.ConvertAll(keptRows, row => rows[row]);

    private void WarnOfAbsent(CsTable table, List<CsColumn> columns, int[]? rows, bool isRequired)
    {
        if (rows is null)
            return;
        var slots = string.Join(", ", columns.Select(column => column.Slot).Distinct());
        var absent = rows.Count(row => row < 0);
        if (absent > 0)
        {
            _problems.Warn(
                "particles without a row",
                $"{table.SourcePath}: {Number(absent)} of the {Number(_main.RowCount)} particles of {_main.SourcePath} are not in it; "
                + (isRequired ? $"they are left out ({slots} needed)" : $"their {slots} are zero"));
        }

        var unused = table.RowCount - (rows.Length - absent);
        if (unused > 0)
        {
            _problems.Warn(
                "rows without a particle",
                $"{table.SourcePath}: {Number(unused)} of its {Number(table.RowCount)} rows "
                + $"have no image in {_main.SourcePath}; they are left out");
        }
    }

    private int[]? RowsFor(CsTable table)
    {
        var mainUid = CsField.Open(_main, "uid", CsFieldKind.Integer);
        var uid = CsField.Open(table, "uid", CsFieldKind.Integer);
        var isSameOrder = table.RowCount == _main.RowCount
            && Enumerable.Range(0, table.RowCount).All(row => uid.Integer(row) == mainUid.Integer(row));
        if (isSameOrder)
            return null;
        var rowByUid = new Dictionary<ulong, int>(table.RowCount);
        for (var row = 0; row < table.RowCount; row++)
        {
            if (!rowByUid.TryAdd(uid.Integer(row), row))
            {
                _problems.Add("duplicated uid", FormattableString.Invariant(
                    $"{table.SourcePath} uid row {row}: {uid.Integer(row)} is also in row {rowByUid[uid.Integer(row)]}; ")
                    + "a joined file needs distinct uids: remove duplicates upstream");
            }
        }

        var rows = new int[_main.RowCount];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = rowByUid.TryGetValue(mainUid.Integer(row), out var found) ? found : -1;
        return rows;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
