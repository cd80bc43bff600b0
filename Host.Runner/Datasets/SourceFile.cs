using Host.Abstractions.Planning;

namespace Host.Runner.Datasets;

/// <summary>A file of a source, and how much depends on it.</summary>
/// <param name="Key">Key of the source that led to it.</param>
/// <param name="Path">Absolute path.</param>
/// <param name="Severity">
/// Error for what the workflow names. Warning for what a job folder happens to hold: maps are often cleared away, and whether anybody
/// uses them is not known here; who does is told that they are not there.
/// </param>
internal sealed record SourceFile(string Key, string Path, DiagnosticSeverity Severity)
{
    /// <summary>A file that the workflow names.</summary>
    public static SourceFile Named(string key, string path) => new(key, path, DiagnosticSeverity.Error);

    /// <summary>A file that results of another program name.</summary>
    public static SourceFile Found(string key, string path) => new(key, path, DiagnosticSeverity.Warning);
}
