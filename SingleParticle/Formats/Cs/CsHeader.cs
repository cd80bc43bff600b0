namespace SingleParticle.Formats.Cs;

/// <summary>What a `.cs` file holds, known from its header alone.</summary>
/// <param name="SourcePath">The file.</param>
/// <param name="RowCount">Number of rows; zero is allowed.</param>
/// <param name="ColumnNames">slot/field of every column, and uid, in file order.</param>
public sealed record CsHeader(string SourcePath, int RowCount, IReadOnlyList<string> ColumnNames)
{
    /// <summary>Slots (the part before the slash) in order of first appearance, without uid.</summary>
    public IReadOnlyList<string> Slots { get; } = [.. ColumnNames.Select(CsColumn.SlotOf).Where(slot => slot.Length > 0).Distinct()];
}
