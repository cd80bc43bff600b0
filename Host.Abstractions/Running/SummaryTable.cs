namespace Host.Abstractions.Running;

/// <summary>A small table that a host prints when the job is done.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Columns">Column headings, unit last.</param>
/// <param name="Rows">Cells as text, one list per row, as long as the columns.</param>
public sealed record SummaryTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
