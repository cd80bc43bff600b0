using Host.Abstractions.Planning;

namespace Host.Abstractions.Running;

/// <summary>A job that cannot go on, with every reason known.</summary>
public sealed class JobFailedException : Exception
{
    /// <summary>Fails with reasons.</summary>
    /// <param name="diagnostics">What was found, where, and what to do; at least one.</param>
    /// <param name="innerException">The cause, if any.</param>
    public JobFailedException(IReadOnlyList<Diagnostic> diagnostics, Exception? innerException = null)
        : base(string.Join(Environment.NewLine, diagnostics), innerException) => Diagnostics = diagnostics;

    /// <summary>Fails for one reason.</summary>
    /// <param name="code">Stable upper-case word.</param>
    /// <param name="target">What it is about, see <see cref="Diagnostic.Target"/>.</param>
    /// <param name="message">What was found and what was expected.</param>
    /// <param name="hint">What to do about it.</param>
    public JobFailedException(string code, string target, string message, string hint = "")
        : this([new Diagnostic(code, DiagnosticSeverity.Error, target, message, hint)])
    {
    }

    /// <summary>All reasons.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
