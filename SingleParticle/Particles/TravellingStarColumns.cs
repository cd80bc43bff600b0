using System.Globalization;
using SingleParticle.Formats;
using SingleParticle.Formats.Cs;
using SingleParticle.Formats.Star;
using SingleParticle.Particles.Cs;
using SingleParticle.Particles.Star;

namespace SingleParticle.Particles;

/// <summary>What a `.cs` file takes along of the rows of a STAR file beyond particles and optics.</summary>
/// <remarks>
/// Labels that have a `.cs` name go under it, columns that once came from a `.cs` file go back, all others travel as text in slot star.
/// </remarks>
internal sealed class TravellingStarColumns
{
    /// <summary>Slot of columns that have no `.cs` name.</summary>
    public const string Slot = "star";

    private readonly StarParticleLayout _layout;
    private readonly StarTable _table;
    private readonly StarRow _cells = new();
    private int _loadedRow = -1;

    private TravellingStarColumns(StarParticleLayout layout)
    {
        _layout = layout;
        _table = layout.Particles;
    }

    /// <summary>The columns.</summary>
    /// <param name="layout">Blocks of the STAR file.</param>
    /// <exception cref="DataFileException">A value that must be a number is none.</exception>
    public static IReadOnlyList<CsNewColumn> Of(StarParticleLayout layout)
    {
        var travelling = new TravellingStarColumns(layout);
        return [.. travelling.Paired(), .. travelling.Returning(), .. travelling.Foreign()];
    }

    private IEnumerable<CsNewColumn> Paired()
    {
        foreach (var (field, label) in ParticleFieldPairs.All.Where(pair => _table.Has(pair.Label)))
            yield return CsColumnSource.Numbers(field, row => Number(row, label));
        if (_table.Has(StarLabel.ImagePower) && _table.Has(StarLabel.SlicePower) && _table.Has(StarLabel.CrossCorrelation))
            yield return CsColumnSource.Numbers("alignments3D/error", Error);
    }

    private IEnumerable<CsNewColumn> Returning()
    {
        foreach (var label in _table.Labels)
        {
            if (CsCarriedLabel.ToColumn(label) is { } column && !CsKnownFields.Contains(column.Name))
                yield return new CsNewColumn(column.Name, column.Type, column.Shape, (row, value) => Restore(row, label, column, value));
        }
    }

    private IEnumerable<CsNewColumn> Foreign()
    {
        var labels = _table.Labels.Where(label => !StarKnownLabels.Contains(label)).ToArray();
        var widths = new int[labels.Length];
        for (var row = 0; row < _table.RowCount; row++)
        {
            for (var index = 0; index < labels.Length; index++)
                widths[index] = Math.Max(widths[index], Bytes(row, labels[index]).Length);
        }

        return labels.Select((label, index) => new CsNewColumn($"{Slot}/{label}", CsElementType.Text(widths[index]), [], (row, value) =>
        {
            value.Clear();
            Bytes(row, label).CopyTo(value);
        }));
    }

    private double Error(int row) =>
        Number(row, StarLabel.ImagePower) - Number(row, StarLabel.CrossCorrelation) + Number(row, StarLabel.SlicePower);

    private double Number(int row, string label) => StarToken.TryFinite(Bytes(row, label), out var value)
        ? value
        : throw Refuse(row, label, "a number; correct the value");

    private void Restore(int row, string label, CsColumn column, Span<byte> value)
    {
        try
        {
            CsTextValue.FromText(column, StarToken.Text(Bytes(row, label)), value);
        }
        catch (Exception cause) when (cause is FormatException or OverflowException)
        {
            throw Refuse(row, label, $"a value of dtype {column.Description} ({cause.Message}); correct the value or remove the column");
        }
    }

    private DataFileException Refuse(int row, string label, string expected) => new(
        _layout.File,
        string.Create(CultureInfo.InvariantCulture, $"line {_table.LineOf(row)}"),
        $"{label} is '{StarToken.Text(Bytes(row, label))}', expected {expected}");

    private ReadOnlySpan<byte> Bytes(int row, string label)
    {
        if (row != _loadedRow)
            _cells.Load(_table, _loadedRow = row);
        return StarToken.Unquote(_cells.Token(_table.IndexOf(label)));
    }
}
