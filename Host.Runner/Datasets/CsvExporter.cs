using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Host.Runner.Workflows;
using SingleParticle.Formats;

namespace Host.Runner.Datasets;

/// <summary>Delivers tables as `.csv`; other forms it refuses.</summary>
public sealed class CsvExporter : IExporter
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Export(ResolvedExport export, IReadOnlyList<DataItem> items)
    {
        var target = $"outputs.{export.Name}";
        if (export.Kind != ExportKind.Csv)
            throw new JobFailedException("EXPORT_FORM", target, $"this host writes tables only, not {export.Kind}", "leave the output out");
        if (items is not [var item])
            throw new JobFailedException("EXPORT_COUNT", target, $"{Commands.Quantity.Count(items.Count)} tables cannot be one .csv", "export one");
        Directory.CreateDirectory(Path.GetDirectoryName(export.Path)!);
        AtomicFile.Write(export.Path, stream =>
        {
            using var table = File.OpenRead(item.PathOf("table"));
            table.CopyTo(stream);
        });
        return [export.Path];
    }
}
