using Host.Abstractions.Planning;

namespace Host.Runner.Workflows;

/// <summary>Diagnostics as people and editors read them.</summary>
public static class WorkflowDiagnosticText
{
    /// <summary>`file(line,column): error CODE: text`, the line, a caret and the hint.</summary>
    /// <param name="item">The diagnostic.</param>
    /// <param name="source">The text of its file.</param>
    public static string Of(WorkflowDiagnostic item, SourceText source)
    {
        var (code, severity, target, message, hint) = item.Diagnostic;
        var place = item.Location is { } at ? $"{item.FilePath}({Digits(at.Line)},{Digits(at.Column)})" : item.FilePath;
        var subject = target.Length > 0 ? $"{target}: " : "";
        var head = $"{place}: {Word(severity)} {code}: {subject}{message}";
        if (item.Location is not { } location || source.Excerpt(location) is not var (line, caret))
            return hint.Length > 0 ? $"{head}; {hint}" : head;
        var tail = hint.Length > 0 ? $"{caret} {hint}" : caret;
        return $"{head}\n    {line}\n    {tail}";
    }

    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    private static string Digits(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
