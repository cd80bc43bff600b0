namespace Host.Runner.Commands;

/// <summary>How the numbers of a table are set.</summary>
public enum CellAlignment
{
    /// <summary>As text, to the left.</summary>
    Left,

    /// <summary>To the right; words to the left.</summary>
    Right,
}
