namespace Host.Runner.Commands;

/// <summary>What the output goes to.</summary>
public enum OutputMode
{
    /// <summary>A file or pipe: plain lines.</summary>
    Plain,

    /// <summary>A terminal: progress bars, lines as wide as the window.</summary>
    Terminal,
}
