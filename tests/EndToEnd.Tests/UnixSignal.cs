namespace EndToEnd.Tests;

/// <summary>Signals by their numbers.</summary>
public enum UnixSignal
{
    /// <summary>Ctrl-C.</summary>
    Interrupt = 2,

    /// <summary>Ends the process at once; it cannot do anything about it.</summary>
    Kill = 9,
}
