using Host.Abstractions.Nodes;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;

namespace Host.Runner.Execution;

/// <summary>Compares what a node delivered with what its plan promised.</summary>
internal static class DeliveryCheck
{
    /// <summary>Every broken promise.</summary>
    /// <param name="node">The node.</param>
    /// <param name="promise">Its plan.</param>
    /// <param name="result">Its result.</param>
    /// <param name="outputFolder">Folder in which its files must be.</param>
    public static IReadOnlyList<Diagnostic> Check(NodeDescriptor node, JobPlan promise, JobResult result, string outputFolder)
    {
        var problems = new List<string>();
        foreach (var output in node.Outputs)
        {
            var promised = promise.Outputs.GetValueOrDefault(output.Name) ?? [];
            var delivered = result.Outputs.GetValueOrDefault(output.Name) ?? [];
            CheckCount(output, promised.Count, delivered.Count, problems);
            problems.AddRange(delivered.SelectMany((item, index) => CheckItem(output, promised.ElementAtOrDefault(index), item)));
            problems.AddRange(delivered.SelectMany(item => CheckFiles(output, item, outputFolder)));
        }

        var known = node.Outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(result.Outputs.Keys.Where(name => !known.Contains(name))
            .Select(name => $"output {name} is delivered, but the node has no such output"));
        return [.. problems.Select(problem => new Diagnostic(
            ExecutionCodes.PromiseBroken, DiagnosticSeverity.Error, "", problem, $"this is a fault of {node.Id}, please report it"))];
    }

    private static void CheckCount(OutputDescriptor output, int promised, int delivered, List<string> problems)
    {
        var isRight = output.Repeat switch
        {
            OutputRepeat.Optional => delivered <= 1,
            OutputRepeat.Several => promised == 0 || delivered == promised,
            _ => delivered == promised,
        };
        if (!isRight)
            problems.Add(FormattableString.Invariant($"output {output.Name}: {promised} promised, {delivered} delivered"));
    }

    private static IEnumerable<string> CheckItem(OutputDescriptor output, DataItem? promised, DataItem delivered)
    {
        if (delivered.Type != output.Type)
            yield return $"output {output.Name} is a {delivered.Type}; a {output.Type} was promised";
        if (promised is null)
            yield break;
        var missing = promised.Slots.Where(slot => !delivered.Has(slot.Name)).Select(slot => slot.Name).ToList();
        if (missing.Count > 0)
            yield return $"output {output.Name} lacks the promised slots {string.Join(", ", missing)}";
        if (promised.Header.Count is { } count && delivered.Header.Count != count)
            yield return FormattableString.Invariant(
                $"output {output.Name} has {Text(delivered.Header.Count)} rows; {count} were promised");
        if (promised.Header.BoxPixels is { } box && delivered.Header.BoxPixels != box)
            yield return FormattableString.Invariant(
                $"output {output.Name} has a box of {Text(delivered.Header.BoxPixels)} px; {box} were promised");
        if (promised.Header.PixelSizeAngstrom is { } size && delivered.Header.PixelSizeAngstrom != size)
            yield return FormattableString.Invariant(
                $"output {output.Name} has pixels of {Text(delivered.Header.PixelSizeAngstrom)} Å; {size:R} were promised");
    }

    private static IEnumerable<string> CheckFiles(OutputDescriptor output, DataItem item, string outputFolder)
    {
        foreach (var slot in item.Slots)
        {
            var isInside = Path.IsPathFullyQualified(slot.Path)
                && Path.GetFullPath(slot.Path).StartsWith(outputFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
            if (!isInside)
                yield return $"output {output.Name}, slot {slot.Name}: '{slot.Path}' is not an absolute path inside the output folder";
            else if (!File.Exists(slot.Path))
                yield return $"output {output.Name}, slot {slot.Name}: {Path.GetRelativePath(outputFolder, slot.Path)} does not exist";
        }
    }

    private static string Text<TNumber>(TNumber? number)
        where TNumber : struct, IFormattable =>
            number?.ToString(null, System.Globalization.CultureInfo.InvariantCulture) ?? "an unknown number of";
}
