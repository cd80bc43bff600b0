using Host.Runner.Workflows;

namespace Host.Runner.Datasets;

/// <summary>Opens the sources of a workflow.</summary>
public interface ISourceReader
{
    /// <summary>Reads what a source offers: headers only, never the images.</summary>
    /// <param name="source">The source; its paths are absolute.</param>
    /// <returns>Its outputs, and everything found wrong; a malformed file is a diagnostic, not an exception.</returns>
    SourceContents Read(ResolvedSource source);
}
