using Host.Abstractions.Ports;
using Host.Runner.Workflows;

namespace Host.Runner.Datasets;

/// <summary>Delivers results in the form in which other programs take them.</summary>
public interface IExporter
{
    /// <summary>Writes under temporary names and renames, so that what is delivered is whole.</summary>
    /// <param name="export">Form and place.</param>
    /// <param name="items">What is delivered; at least one.</param>
    /// <param name="sourceFiles">Absolute paths of files that must not be overwritten: sources are read only.</param>
    /// <returns>What was written, and what the user should know.</returns>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    /// <exception cref="Host.Abstractions.Running.JobFailedException">The data cannot take this form; lists every reason.</exception>
    ExportedFiles Export(ResolvedExport export, IReadOnlyList<DataItem> items, IReadOnlySet<string> sourceFiles);
}
