using Host.Abstractions.Ports;
using Host.Runner.Workflows.Yaml;

namespace Host.Runner.Workflows.Checks;

/// <summary>Reads references to data, `refine.particles` or `{from: refine.particles, slots: {ctf: gctf.particles.ctf}}`.</summary>
internal sealed class References
{
    private const string Form = "write NAME.OUTPUT, such as refine.particles";
    private readonly IReadOnlyDictionary<string, DataOrigin> _origins;
    private readonly WorkflowProblems _problems;

    /// <summary>Makes the reader.</summary>
    /// <param name="origins">All sources and steps by name.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public References(IReadOnlyDictionary<string, DataOrigin> origins, WorkflowProblems problems)
    {
        _origins = origins;
        _problems = problems;
    }

    /// <summary>Reads a reference.</summary>
    /// <param name="value">As written.</param>
    /// <param name="input">The input it is for, whose slots may be overridden; null when there is none.</param>
    /// <returns>What it refers to; null when there is nothing, which has been reported.</returns>
    public ConnectedData? Read(YamlValue value, InputDescriptor? input)
    {
        if (value is YamlScalar scalar)
            return ReadPlain(scalar, null);
        if (MappingReader.Open(value, "a connection", ["from!", "slots"], value.Location, _problems) is not { } reader)
            return null;
        if (reader.Scalar("from") is not { } from || ReadPlain(from, null) is not { } main)
            return null;
        var overrides = new Dictionary<string, DataReference>(StringComparer.Ordinal);
        foreach (var entry in reader.Entries("slots"))
            if (ReadSlot(entry, main.Output, input) is { } replacement)
                overrides[entry.Name] = replacement;
        return main with { Reference = main.Reference with { SlotOverrides = overrides } };
    }

    private DataReference? ReadSlot(YamlEntry entry, OutputDescriptor? main, InputDescriptor? input)
    {
        var slots = input?.Slots.Select(slot => slot.TrimStart('?')).ToList() ?? [];
        if (slots.Count > 0 && !slots.Contains(entry.Name))
            _problems.Add(
                WorkflowCodes.UnknownSlot,
                entry.Key.Location,
                $"input '{input!.Name}' has no slot '{entry.Name}'",
                Nearest.Hint(entry.Name, slots, "slots"));
        if (entry.Value is not YamlScalar scalar)
        {
            _problems.Add(
                WorkflowCodes.WrongShape,
                entry.Value.Location,
                $"a slot is taken from one reference, found {entry.Value.Kind}",
                "write NAME.OUTPUT.SLOT");
            return null;
        }

        if (ReadPlain(scalar, entry.Name) is not { } replacement)
            return null;
        if (main is not null && replacement.Output is { } output && output.Type != main.Type)
            _problems.Add(
                WorkflowCodes.DataType,
                scalar.Location,
                $"a slot of {main.Type} cannot be taken from {scalar.Text}, which is {output.Type}");
        return replacement.Reference;
    }

    private ConnectedData? ReadPlain(YamlScalar scalar, string? slot)
    {
        var parts = scalar.Text.Split('.');
        if (parts.Length == 3 && slot is not null && parts[2] != slot)
            _problems.Add(
                WorkflowCodes.UnknownSlot,
                scalar.Location,
                $"slot '{slot}' can only be replaced by a slot of the same name",
                $"write {parts[0]}.{parts[1]}.{slot}");
        if (parts.Length == 3 && slot is null)
        {
            _problems.Add(
                WorkflowCodes.ReferenceSyntax,
                scalar.Location,
                $"'{scalar.Text}' names a single slot; only an entry of 'slots' takes one",
                $"write {parts[0]}.{parts[1]}");
            return null;
        }

        if (parts.Length is < 2 or > 3 || parts.Any(string.IsNullOrWhiteSpace))
        {
            _problems.Add(
                WorkflowCodes.ReferenceSyntax, scalar.Location, $"'{scalar.Text}' is not a reference to data", OutputsHint(scalar.Text));
            return null;
        }

        if (!_origins.TryGetValue(parts[0], out var origin))
        {
            _problems.Add(
                WorkflowCodes.UnknownStep, scalar.Location, $"there is no source or step '{parts[0]}'", Nearest.Hint(
                    parts[0], _origins.Keys, "sources and steps"));
            return null;
        }

        return new ConnectedData(new DataReference(parts[0], parts[1], scalar.Location), FindOutput(origin, parts[1], scalar.Location));
    }

    private string OutputsHint(string word) =>
        _origins.TryGetValue(word, out var origin) && origin.Outputs is { Count: > 0 } outputs
            ? $"which output? {string.Join(", ", outputs.Select(output => $"{word}.{output.Name}"))}"
            : Form;

    private OutputDescriptor? FindOutput(DataOrigin origin, string name, SourceLocation location)
    {
        if (origin.Outputs is null)
            return null;
        if (origin.Outputs.FirstOrDefault(output => output.Name == name) is { } found)
            return found;
        var kind = origin.Kind == OriginKind.Source ? "source" : "step";
        _problems.Add(
            WorkflowCodes.UnknownOutput,
            location,
            $"{kind} '{origin.Name}' has no output '{name}'",
            Nearest.Hint(name, origin.Outputs.Select(output => output.Name), "outputs"));
        return null;
    }
}
