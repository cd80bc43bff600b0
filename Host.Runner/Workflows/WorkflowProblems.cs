using Host.Abstractions.Planning;

namespace Host.Runner.Workflows;

/// <summary>Gathers everything that is wrong with a workflow, so that it is reported together.</summary>
internal sealed class WorkflowProblems
{
    private readonly List<WorkflowDiagnostic> _diagnostics = [];
    private readonly string _filePath;

    /// <summary>Begins without problems.</summary>
    /// <param name="filePath">The workflow file as the user gave it.</param>
    public WorkflowProblems(string filePath) => _filePath = filePath;

    /// <summary>Whether any problem stands in the way.</summary>
    public bool HasErrors => _diagnostics.Exists(item => item.Diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Adds an error.</summary>
    /// <param name="code">One of <see cref="WorkflowCodes"/>.</param>
    /// <param name="location">Where in the file; null when no place is meant.</param>
    /// <param name="message">What was found and what was expected.</param>
    /// <param name="hint">What to do about it.</param>
    public void Add(string code, SourceLocation? location, string message, string hint = "") =>
        _diagnostics.Add(new WorkflowDiagnostic(_filePath, location, new Diagnostic(code, DiagnosticSeverity.Error, "", message, hint)));

    /// <summary>Everything, in the order of the file; what has no place comes first.</summary>
    public IReadOnlyList<WorkflowDiagnostic> InFileOrder() =>
        [.. _diagnostics.OrderBy(item => item.Location?.Line ?? 0).ThenBy(item => item.Location?.Column ?? 0)];
}
