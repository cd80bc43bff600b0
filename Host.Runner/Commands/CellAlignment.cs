namespace Host.Runner.Commands;

/// <summary>How the cells of a table are set.</summary>
public enum CellAlignment
{
    /// <summary>All to the left.</summary>
    Left,

    /// <summary>Columns of numbers, with their heading, to the right; other columns to the left.</summary>
    NumbersRight,
}
