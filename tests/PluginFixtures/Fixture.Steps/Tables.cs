using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;

namespace Fixture.Steps;

/// <summary>What all nodes here do: promise one table, write one table.</summary>
internal static class Tables
{
    public static OutputDescriptor Output { get; } =
        new() { Name = "table", Type = DataTypes.Table, Slots = ["table"], Help = "Numbered rows." };

    public static ResourceRequest Needs { get; } = new(1000, 10, 100, 1);

    public static JobPlan Promise(long? count, params IReadOnlyList<Diagnostic> diagnostics) => new()
    {
        Outputs = new Dictionary<string, IReadOnlyList<DataItem>> { ["table"] = [Item("", count)] },
        Diagnostics = diagnostics,
        Resources = Needs,
    };

    public static DataItem Item(string path, long? count) =>
        new()
        {
            Type = DataTypes.Table,
            Slots = [new DataSlot("table", path)],
            Header = new DataHeader { Count = count },
            SearchRoots = path.Length > 0 ? [Path.GetDirectoryName(path)!] : [],
        };

    public static JobResult Write(IJobContext context, IReadOnlyList<string> rows)
    {
        var path = Path.Combine(context.OutputFolder, "table.csv");
        File.WriteAllLines(path, rows);
        return Deliver(Item(path, rows.Count));
    }

    public static JobResult Deliver(params IReadOnlyList<DataItem> items) => new()
    {
        Outputs = new Dictionary<string, IReadOnlyList<DataItem>> { ["table"] = items },
        Summary = [new SummaryTable("rows", ["count"], [.. items.Select(item => (IReadOnlyList<string>)[$"{item.Header.Count}"])])],
    };
}
