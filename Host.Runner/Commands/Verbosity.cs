namespace Host.Runner.Commands;

/// <summary>How much is said while jobs run.</summary>
public enum Verbosity
{
    /// <summary>Errors, and where the results are.</summary>
    Quiet,

    /// <summary>Stages of the work, and the tables of results.</summary>
    Normal,

    /// <summary>Also nested stages, metrics and the log of the jobs.</summary>
    Detailed,
}
