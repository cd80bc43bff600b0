using Host.Abstractions.Ports;

namespace Host.Runner.Workflows.Checks;

/// <summary>Checks that what is connected has the slots that nodes need, as far as that is known before files are opened.</summary>
/// <remarks>Slots of a source are not known yet; those of a step are what its node writes and what it passes through.</remarks>
internal sealed class SlotCheck
{
    private readonly Dictionary<(string Step, string Output), IReadOnlySet<string>?> _known = [];
    private readonly IReadOnlyDictionary<string, DataOrigin> _origins;
    private readonly WorkflowProblems _problems;

    /// <summary>Makes the check.</summary>
    /// <param name="origins">All sources and steps by name.</param>
    /// <param name="problems">Takes what is missing.</param>
    public SlotCheck(IReadOnlyDictionary<string, DataOrigin> origins, WorkflowProblems problems)
    {
        _origins = origins;
        _problems = problems;
    }

    /// <summary>Checks a step; all steps it needs have been checked before.</summary>
    /// <param name="step">A step whose node is known.</param>
    public void Check(StepDraft step)
    {
        var node = step.Offer!.Node;
        foreach (var input in node.Inputs)
            foreach (var reference in step.Inputs.GetValueOrDefault(input.Name, []))
                CheckConnection(input, reference);
        foreach (var output in node.Outputs)
            _known[(step.Name, output.Name)] = SlotsOf(step, output);
    }

    private void CheckConnection(InputDescriptor input, DataReference reference)
    {
        foreach (var (slot, replacement) in reference.SlotOverrides)
            if (KnownSlots(replacement) is { } slots && !slots.Contains(slot))
                _problems.Add(
                    WorkflowCodes.UnknownSlot,
                    replacement.Location,
                    $"{replacement.Origin}.{replacement.Output} has no slot '{slot}'",
                    Nearest.Hint(slot, slots, "slots"));
        if (KnownSlots(reference) is not { } known)
            return;
        var name = $"{reference.Origin}.{reference.Output}";
        var missing = input.RequiredSlots().Where(slot => !known.Contains(slot) && !reference.SlotOverrides.ContainsKey(slot)).ToList();
        if (missing.Count > 0)
            _problems.Add(
                WorkflowCodes.MissingSlot,
                reference.Location,
                $"input '{input.Name}' needs {string.Join(", ", missing)}, which {name} does not have",
                $"take it from elsewhere: {{ from: {name}, slots: {{ {missing[0]}: NAME.OUTPUT.{missing[0]} }} }}");
    }

    private HashSet<string>? SlotsOf(StepDraft step, OutputDescriptor output)
    {
        var slots = output.Slots.Select(slot => slot.TrimStart('?')).ToHashSet(StringComparer.Ordinal);
        if (output.PassthroughFrom.Length == 0)
            return slots.Count > 0 ? slots : null;
        foreach (var reference in step.Inputs.GetValueOrDefault(output.PassthroughFrom, []))
        {
            if (KnownSlots(reference) is not { } passed)
                return null;
            slots.UnionWith(passed);
            slots.UnionWith(reference.SlotOverrides.Keys);
        }

        return slots;
    }

    private IReadOnlySet<string>? KnownSlots(DataReference reference) =>
        _origins.GetValueOrDefault(reference.Origin)?.Kind == OriginKind.Step
            ? _known.GetValueOrDefault((reference.Origin, reference.Output))
            : null;
}
