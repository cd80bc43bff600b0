namespace Host.Abstractions.Planning;

/// <summary>One thing to tell the user before or after a run.</summary>
/// <param name="Code">Stable upper-case word, `BOX_MISMATCH`, to search for.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Target">What it is about: `params.NAME`, `inputs.NAME`, `inputs.NAME.SLOT`, or empty for the node as a whole.</param>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Hint">What to do about it; may be empty.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string Target, string Message, string Hint = "")
{
    /// <summary>The diagnostic in one line.</summary>
    public override string ToString()
    {
        var target = Target.Length > 0 ? $"{Target}: " : "";
        return Hint.Length > 0 ? $"{Code}: {target}{Message}; {Hint}" : $"{Code}: {target}{Message}";
    }
}
