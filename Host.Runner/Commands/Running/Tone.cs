namespace Host.Runner.Commands.Running;

/// <summary>What a line is, for terminals that have colours.</summary>
public enum Tone
{
    /// <summary>Text.</summary>
    Plain,

    /// <summary>Begins something.</summary>
    Heading,

    /// <summary>Tells of something done.</summary>
    Good,

    /// <summary>Tells of something that went wrong.</summary>
    Bad,

    /// <summary>Of less importance.</summary>
    Faint,

    /// <summary>A diagnostic: note.</summary>
    Note,

    /// <summary>A diagnostic: warning.</summary>
    Warning,

    /// <summary>A diagnostic: error.</summary>
    Error,
}
