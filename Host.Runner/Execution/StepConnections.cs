using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Runner.Workflows;

namespace Host.Runner.Execution;

/// <summary>Connects a step with what the origins of its inputs offer, and checks that it fits.</summary>
internal sealed class StepConnections
{
    private readonly ResolvedWorkflow _workflow;
    private readonly DataOffers _offers;

    public StepConnections(ResolvedWorkflow workflow, DataOffers offers)
    {
        _workflow = workflow;
        _offers = offers;
    }

    /// <summary>The inputs of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="problems">Gets everything that does not fit.</param>
    public (JobInputs Inputs, IReadOnlyList<JobInput> Records) Connect(ResolvedStep step, List<WorkflowDiagnostic> problems)
    {
        var items = new Dictionary<string, IReadOnlyList<DataItem>>(StringComparer.Ordinal);
        var records = new List<JobInput>();
        foreach (var input in step.Node.Inputs)
        {
            var references = step.Inputs.GetValueOrDefault(input.Name) ?? [];
            var connected = references.SelectMany(reference => Items(reference, input, problems)).ToList();
            var location = references.Count > 0 ? references[0].Location : step.Location;
            CheckCount(input, references, connected, location, problems);
            if (connected.Count > 0)
                items.Add(input.Name, connected);
            records.AddRange(references.Select(reference => new JobInput(input.Name, Text(reference), Identity(reference))));
        }

        return (new JobInputs(items), records);
    }

    /// <summary>The data that a reference means, slots from elsewhere put in.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="target">What it is for, `inputs.NAME`.</param>
    /// <param name="problems">Gets what is missing.</param>
    public IReadOnlyList<DataItem> Items(DataReference reference, string target, List<WorkflowDiagnostic> problems)
    {
        var offer = Offer(reference, target, problems);
        if (offer is null)
            return [];
        var items = offer.Items;
        foreach (var (slot, replacement) in reference.SlotOverrides)
        {
            if (Single(slot, replacement, target, problems) is { } other)
                items = [.. items.Select(item => Replace(item, slot, other))];
        }

        return items;
    }

    private IReadOnlyList<DataItem> Items(DataReference reference, InputDescriptor input, List<WorkflowDiagnostic> problems)
    {
        var target = $"inputs.{input.Name}";
        var items = Items(reference, target, problems);
        foreach (var item in items.Where(item => item.Type != input.Type).Take(1))
            Report(problems, reference, ExecutionCodes.DataType, target, $"{Text(reference)} is a {item.Type}; a {input.Type} is needed");
        var missing = input.RequiredSlots().Where(slot => items.Any(item => item.Type == input.Type && !item.Has(slot))).ToList();
        if (missing.Count > 0)
        {
            var found = string.Join(", ", items[0].Slots.Select(slot => slot.Name));
            Report(problems, reference, ExecutionCodes.MissingSlot, target,
                $"{Text(reference)} lacks {string.Join(", ", missing)}; it has {found}",
                "take the slot from another job with slots: { " + missing[0] + ": NAME.OUTPUT." + missing[0] + " }");
        }

        return items;
    }

    private DataOffer? Offer(DataReference reference, string target, List<WorkflowDiagnostic> problems)
    {
        var offer = _offers.Find(reference);
        if (offer is null)
        {
            var found = string.Join(", ", _offers.OutputsOf(reference.Origin));
            Report(problems, reference, ExecutionCodes.SourceOutputMissing, target,
                $"{reference.Origin} holds no {reference.Output}; it holds {(found.Length > 0 ? found : "nothing")}");
        }

        return offer;
    }

    private DataItem? Single(string slot, DataReference replacement, string target, List<WorkflowDiagnostic> problems)
    {
        var offer = Offer(replacement, $"{target}.{slot}", problems);
        if (offer is null)
            return null;
        if (offer.Items is not [var item])
        {
            Report(problems, replacement, ExecutionCodes.AmbiguousSlot, $"{target}.{slot}",
                FormattableString.Invariant(
                    $"{Text(replacement)} has {offer.Items.Count} pieces of data; a slot is taken from exactly one"));
            return null;
        }

        if (item.Has(slot))
            return item;
        Report(problems, replacement, ExecutionCodes.MissingSlot, $"{target}.{slot}",
            $"{Text(replacement)} has no slot {slot}; it has {string.Join(", ", item.Slots.Select(candidate => candidate.Name))}");
        return null;
    }

    private static DataItem Replace(DataItem item, string slot, DataItem other) => item with
    {
        Slots = [.. item.Slots.Where(candidate => candidate.Name != slot), new DataSlot(slot, other.PathOf(slot))],
        // Image paths stand in slot blob: whoever gives it says where they are looked for first.
        SearchRoots = [.. (slot == "blob" ? other.SearchRoots.Concat(item.SearchRoots) : item.SearchRoots.Concat(other.SearchRoots))
            .Distinct(StringComparer.Ordinal)],
    };

    private void CheckCount(
        InputDescriptor input, IReadOnlyList<DataReference> references, List<DataItem> items, SourceLocation location,
        List<WorkflowDiagnostic> problems)
    {
        // An output that is missing altogether has been reported by name.
        if (references.Any(reference => _offers.Find(reference) is null))
            return;
        if (items.Count >= input.MinimumConnectionCount && items.Count <= input.MaximumConnectionCount)
            return;
        var expected = input.MinimumConnectionCount == input.MaximumConnectionCount
            ? FormattableString.Invariant($"exactly {input.MinimumConnectionCount}")
            : FormattableString.Invariant($"{input.MinimumConnectionCount} to {input.MaximumConnectionCount}");
        var connected = references.Count > 0 ? string.Join(", ", references.Select(Text)) : "what is connected";
        var message = FormattableString.Invariant($"{connected} gives {items.Count} pieces of data; the input takes {expected}");
        problems.Add(new WorkflowDiagnostic(_workflow.FilePath, location, new Diagnostic(
            ExecutionCodes.ConnectionCount, DiagnosticSeverity.Error, $"inputs.{input.Name}", message)));
    }

    private string Identity(DataReference reference)
    {
        var slots = reference.SlotOverrides.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $" {pair.Key}={Identity(pair.Value)}");
        return (_offers.Find(reference)?.Identity ?? "") + string.Concat(slots);
    }

    private static string Text(DataReference reference)
    {
        var slots = reference.SlotOverrides.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key} from {Text(pair.Value)}").ToList();
        var own = $"{reference.Origin}.{reference.Output}";
        return slots.Count > 0 ? $"{own} with {string.Join(" and ", slots)}" : own;
    }

    private void Report(
        List<WorkflowDiagnostic> problems, DataReference reference, string code, string target, string message, string hint = "") =>
        problems.Add(new WorkflowDiagnostic(
            _workflow.FilePath, reference.Location, new Diagnostic(code, DiagnosticSeverity.Error, target, message, hint)));
}
