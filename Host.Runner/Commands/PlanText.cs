using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Runner.Execution;

namespace Host.Runner.Commands;

/// <summary>A plan in words.</summary>
internal static class PlanText
{
    /// <summary>"flow: 5 steps, 3 to run, 2 reused".</summary>
    /// <param name="plan">The plan.</param>
    public static string Heading(WorkflowPlan plan)
    {
        (StepDecision Decision, string What)[] kinds =
            [(StepDecision.Run, "to run"), (StepDecision.Reuse, "reused"), (StepDecision.Blocked, "blocked")];
        var counts = kinds
            .Select(kind => (Count: plan.Steps.Count(step => step.Decision == kind.Decision), kind.What))
            .Where(kind => kind.Count > 0)
            .Select(kind => $"{Quantity.Count(kind.Count)} {kind.What}");
        return $"{plan.Workflow.Name}: {Quantity.Counted(plan.Steps.Count, "step")}, {string.Join(", ", counts)}";
    }

    /// <summary>"120 MiB of memory, 3.2 MiB of disk, 0.4 s of processor time".</summary>
    /// <param name="request">What is needed.</param>
    public static string Needs(ResourceRequest request)
    {
        var disk = request.OutputBytes + request.ScratchBytes;
        var time = Quantity.Time(TimeSpan.FromSeconds(request.CpuSeconds));
        return $"{Quantity.Bytes(request.MemoryBytes)} of memory, {Quantity.Bytes(disk)} of disk, {time} of processor time";
    }

    /// <summary>"4 000 particles, box 64 px, 1.2 Å/px; blob, ctf, alignments3D".</summary>
    /// <param name="items">Items promised for one output, all alike.</param>
    public static string Items(IReadOnlyList<DataItem> items)
    {
        if (items is not [var item, ..])
            return "may be empty";
        var header = item.Header;
        string[] parts =
        [
            Count(items, item),
            header.BoxPixels is { } box ? $"box {Quantity.Count(box)} px" : "",
            header.PixelSizeAngstrom is { } size ? $"{Quantity.Number(size)} Å/px" : "",
        ];
        var slots = string.Join(", ", item.Slots.Select(slot => slot.Name));
        return string.Join(", ", parts.Where(part => part.Length > 0)) + (slots.Length > 0 ? $"; {slots}" : "");
    }

    private static string Count(IReadOnlyList<DataItem> items, DataItem item)
    {
        if (items.Count > 1)
            return Quantity.Counted(items.Count, item.Type == DataTypes.Particles ? "particle set" : item.Type);
        return (item.Type, item.Header.Count) switch
        {
            (DataTypes.Particles, { } count) => Quantity.Counted(count, "particle"),
            (DataTypes.Table, { } count) => Quantity.Counted(count, "row"),
            (DataTypes.Particles, null) => "particles, how many is not known yet",
            (DataTypes.Table, null) => "rows, how many is not known yet",
            _ => $"1 {item.Type}",
        };
    }
}
