using Host.Abstractions.Ports;
using Host.Runner.Datasets;
using Host.Runner.Workflows;

namespace Host.Runner.Tests.Execution;

/// <summary>Copies one table, or fails.</summary>
internal sealed class TableExporter : IExporter
{
    public IOException? Failure { get; set; }

    public ExportedFiles Export(ResolvedExport export, IReadOnlyList<DataItem> items, IReadOnlySet<string> sourceFiles)
    {
        if (Failure is not null)
            throw Failure;
        File.Copy(items.Should().ContainSingle().Subject.PathOf("table"), export.Path, overwrite: true);
        return new ExportedFiles([export.Path], []);
    }
}
