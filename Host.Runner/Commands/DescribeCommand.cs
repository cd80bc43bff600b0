using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Ports;
using Host.Runner.Loading;
using Host.Runner.Workflows;

namespace Host.Runner.Commands;

/// <summary>`describe NODE`: everything about a node, from its manifest alone.</summary>
internal static class DescribeCommand
{
    public static ExitCode Run(string nodeId, PluginCatalog catalog, HostConsole console)
    {
        if (!catalog.PluginOfNode.TryGetValue(nodeId, out var plugin))
        {
            console.Error.WriteLine(
                $"there is no node '{nodeId}'; {Nearest.Hint(nodeId, catalog.PluginOfNode.Keys.Order(StringComparer.Ordinal), "nodes")}");
            InstalledNodes.WriteRefusals(console.Error, catalog.Refusals);
            return ExitCode.Usage;
        }

        var node = plugin.Manifest.Nodes.First(node => node.Id == nodeId);
        var output = console.Output;
        output.WriteLine($"{node.Id}: {node.Title}");
        WriteText(node.Summary, console);
        output.WriteLine($"{plugin.Manifest.Id} {plugin.Manifest.Version}, revision {Quantity.Count(node.Revision)}");
        WriteTable("Inputs", node.Inputs.Select(Row), console);
        WriteTable("Outputs", node.Outputs.Select(output => Row(output, node)), console);
        WriteParameters(node, console);
        var references = node.References.Concat(plugin.Manifest.References).Distinct().ToList();
        if (references.Count > 0)
            output.WriteLine("\nReferences");
        foreach (var reference in references)
            WriteText($"  {reference}", console);
        return ExitCode.Ok;
    }

    private static void WriteParameters(NodeDescriptor node, HostConsole console)
    {
        foreach (var section in node.Parameters.GroupBy(parameter => parameter.Section))
            WriteTable(section.Key.Length > 0 ? $"Parameters: {section.Key}" : "Parameters", section.Select(Row), console);
        if (node.UsesSeed && node.Parameters.All(parameter => parameter.Name != "seed"))
            WriteTable("Seed", [["seed", "0", "0..", "Seed of all randomness of the step."]], console);
    }

    private static void WriteTable(string heading, IEnumerable<IReadOnlyList<string>> rows, HostConsole console)
    {
        var list = rows.ToList();
        if (list.Count == 0)
            return;
        console.Output.WriteLine();
        console.Output.WriteLine(heading);
        TextTable.Write(console.Output, list, "  ", console.WidthColumns);
    }

    private static void WriteText(string text, HostConsole console)
    {
        foreach (var line in TextTable.Wrap(text, console.WidthColumns ?? int.MaxValue))
            console.Output.WriteLine(line);
    }

    private static IReadOnlyList<string> Row(InputDescriptor input)
    {
        var (fewest, most) = (input.MinimumConnectionCount, input.MaximumConnectionCount);
        var count = (fewest, most) switch
        {
            (0, 1) => "optional",
            (1, 1) => "required",
            (_, int.MaxValue) => $"{Quantity.Count(fewest)} or more",
            _ => $"{Quantity.Count(fewest)} to {Quantity.Count(most)}",
        };
        var slots = input.Slots.Count > 0 ? $" Slots: {string.Join(", ", input.Slots.Select(Slot))}." : "";
        return [input.Name, input.Type, count, input.Help + slots];
    }

    private static IReadOnlyList<string> Row(OutputDescriptor output, NodeDescriptor node)
    {
        var slots = output.Slots.Count > 0 ? $" Writes: {string.Join(", ", output.Slots)}." : "";
        var passed = output.PassthroughFrom.Length > 0 && node.Inputs.Any(input => input.Name == output.PassthroughFrom)
            ? $" Passes on everything else of {output.PassthroughFrom}."
            : "";
        var repeat = output.Repeat switch
        {
            OutputRepeat.PerClass => "one per class",
            OutputRepeat.Optional => "may be empty",
            OutputRepeat.Several => "several",
            _ => "one",
        };
        return [output.Name, output.Type, repeat, output.Help + slots + passed];
    }

    private static IReadOnlyList<string> Row(ParameterDescriptor parameter)
    {
        var aliases = parameter.Aliases.Count > 0 ? $" Also: {string.Join(", ", parameter.Aliases)}." : "";
        var when = parameter.When.Length > 0 ? $" Used when {parameter.When}." : "";
        var inert = parameter.AffectsResult ? "" : " Does not change the result.";
        var advanced = parameter.Advanced ? " Advanced." : "";
        var fallback = parameter.Default switch { null => "(needed)", "" => "(empty)", var text => text };
        return [parameter.Name, fallback, ParameterRange.Of(parameter), parameter.Help + when + aliases + inert + advanced];
    }

    private static string Slot(string slot) => slot.StartsWith('?') ? $"{slot[1..]} (if present)" : slot;
}
