using Host.Abstractions.Ports;
using Host.Runner.Workflows.Yaml;

namespace Host.Runner.Workflows.Checks;

/// <summary>Checks what is connected to the inputs of steps.</summary>
internal sealed class StepInputs
{
    private readonly References _references;
    private readonly WorkflowProblems _problems;

    /// <summary>Makes the check.</summary>
    /// <param name="references">Reads references.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public StepInputs(References references, WorkflowProblems problems)
    {
        _references = references;
        _problems = problems;
    }

    /// <summary>Connects the inputs of a step.</summary>
    /// <param name="step">The step; its <see cref="StepDraft.Inputs"/> are filled.</param>
    public void Connect(StepDraft step)
    {
        var entries = step.Body?.Entries("inputs") ?? [];
        foreach (var entry in entries)
            ConnectOne(step, entry);
        if (step.Offer is null || step.Body is null)
            return;
        var given = entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var input in step.Offer.Node.Inputs.Where(input => input.MinimumConnectionCount > 0 && !given.Contains(input.Name)))
            _problems.Add(
                WorkflowCodes.MissingInput,
                step.Location,
                $"input '{input.Name}' ({input.Type}) of step '{step.Name}' is not connected",
                input.Help);
    }

    private void ConnectOne(StepDraft step, YamlEntry entry)
    {
        var input = step.Offer?.Node.Inputs.FirstOrDefault(candidate => candidate.Name == entry.Name);
        if (step.Offer is { } offer && input is null)
            _problems.Add(
                WorkflowCodes.UnknownInput,
                entry.Key.Location,
                $"node '{offer.Node.Id}' has no input '{entry.Name}'",
                Nearest.Hint(entry.Name, offer.Node.Inputs.Select(candidate => candidate.Name), "inputs"));
        var values = entry.Value is YamlSequence list ? list.Items : [entry.Value];
        var connected = values.Select(value => _references.Read(value, input)).ToList();
        step.Inputs[entry.Name] = [.. connected.OfType<ConnectedData>().Select(data => data.Reference)];
        if (input is null)
            return;
        CheckCount(input, values.Count, entry.Value.Location);
        foreach (var data in connected.OfType<ConnectedData>().Where(data => data.Output is not null))
            CheckFit(input, data.Reference, data.Output!);
    }

    private void CheckCount(InputDescriptor input, int count, SourceLocation location)
    {
        var (fewest, most) = (input.MinimumConnectionCount, input.MaximumConnectionCount);
        if (count < fewest)
            _problems.Add(
                WorkflowCodes.ConnectionCount, location, $"input '{input.Name}' needs at least {fewest}, found {count}", input.Help);
        else if (count > most)
            _problems.Add(WorkflowCodes.ConnectionCount, location, $"input '{input.Name}' takes at most {most}, found {count}", input.Help);
    }

    private void CheckFit(InputDescriptor input, DataReference reference, OutputDescriptor output)
    {
        var name = $"{reference.Origin}.{reference.Output}";
        if (output.Type != input.Type)
            _problems.Add(
                WorkflowCodes.DataType,
                reference.Location,
                $"input '{input.Name}' takes {input.Type}, but {name} is {output.Type}",
                input.Help);
        else if (output.Repeat is OutputRepeat.PerClass or OutputRepeat.Several && input.MaximumConnectionCount == 1)
            _problems.Add(
                WorkflowCodes.ConnectionCount,
                reference.Location,
                $"input '{input.Name}' takes one, but {name} is several",
                input.Help);
    }
}
