using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Runner.Datasets;
using Host.Runner.Workflows;

namespace Host.Runner.Tests.Execution;

/// <summary>Offers the file of a file source as it is.</summary>
internal sealed class FileSources : ISourceReader
{
    public IReadOnlyList<Diagnostic> Diagnostics { get; set; } = [];

    public SourceContents Read(ResolvedSource source)
    {
        var type = source.Settings["type"];
        var item = new DataItem { Type = type, Slots = [new DataSlot(type == DataTypes.Volume ? "map" : type, source.Settings["path"])] };
        var outputs = Diagnostics.Count > 0 ? [] : new Dictionary<string, DataItem> { [type] = item };
        return new SourceContents(outputs, Diagnostics);
    }
}
