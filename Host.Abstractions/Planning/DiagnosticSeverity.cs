namespace Host.Abstractions.Planning;

/// <summary>How bad a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>The job can run, but the result may surprise.</summary>
    Warning,

    /// <summary>The job cannot run.</summary>
    Error,
}
