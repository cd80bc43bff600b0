using System.Globalization;
using Host.Abstractions.Parameters;
using Host.Runner.Workflows.Yaml;

namespace Host.Runner.Workflows.Checks;

/// <summary>Reads the `params` of a workflow: what they are and which value each has.</summary>
internal sealed class ParamDeclarations
{
    private static readonly string[] Keys = ["type!", "default", "minimum", "maximum", "unit", "choices", "description"];
    private static readonly Dictionary<string, ParameterKind> Kinds =
        Enum.GetValues<ParameterKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private readonly WorkflowProblems _problems;
    private readonly OverrideTable _overrides;

    private ParamDeclarations(OverrideTable overrides, WorkflowProblems problems)
    {
        _overrides = overrides;
        _problems = problems;
    }

    /// <summary>Reads declarations.</summary>
    /// <param name="entries">The entries under `params`.</param>
    /// <param name="overrides">Values from the command line.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>Name to canonical value; null for a parameter that has none because of a problem already reported.</returns>
    public static IReadOnlyDictionary<string, string?> Read(
        IReadOnlyList<YamlEntry> entries, OverrideTable overrides, WorkflowProblems problems)
    {
        var reader = new ParamDeclarations(overrides, problems);
        return entries.ToDictionary(entry => entry.Name, reader.ReadOne, StringComparer.Ordinal);
    }

    private string? ReadOne(YamlEntry entry)
    {
        var reader = MappingReader.Open(entry.Value, $"parameter '{entry.Name}'", Keys, entry.Key.Location, _problems);
        if (reader is null || Describe(entry.Name, reader) is not { } descriptor)
            return null;
        var canonical = reader.Scalar("default") is { } scalar
            ? Parse(descriptor, new GivenValue(entry.Name, scalar.Text, "", scalar.Location, scalar.Location))
            : null;
        if (_overrides.Param(entry.Name) is { } given)
            return Parse(descriptor, given);
        if (reader.Find("default") is null)
            _problems.Add(
                WorkflowCodes.MissingParameter,
                entry.Key.Location,
                $"parameter '{entry.Name}' has no value",
                $"give a default or --set params.{entry.Name}=VALUE");
        return canonical;
    }

    private string? Parse(ParameterDescriptor descriptor, GivenValue given)
    {
        if (ParameterParser.TryParse(descriptor, given.Text!, out var canonical) is not { } refusal)
            return canonical;
        _problems.Add(WorkflowCodes.ParameterValue, given.ValueAt, $"{given.Prefix}parameter '{given.Name}': {refusal}", descriptor.Help);
        return null;
    }

    private ParameterDescriptor? Describe(string name, MappingReader reader)
    {
        if (reader.Scalar("type") is not { } type)
            return null;
        if (!Kinds.TryGetValue(type.Text, out var kind))
        {
            _problems.Add(
                WorkflowCodes.ParamDeclaration,
                type.Location,
                $"'{type.Text}' is not a type",
                Nearest.Hint(type.Text, Kinds.Keys, "types"));
            return null;
        }

        var choices = ReadChoices(reader, kind, type);
        var (minimum, maximum) = (ReadBound(reader, "minimum"), ReadBound(reader, "maximum"));
        if (minimum > maximum)
            _problems.Add(WorkflowCodes.ParamDeclaration, reader.Find("minimum")!.Value.Location, "the minimum is larger than the maximum");
        return choices is null || minimum > maximum ? null : new ParameterDescriptor
        {
            Name = name,
            Kind = kind,
            Unit = reader.Scalar("unit")?.Text ?? (kind == ParameterKind.Length ? "Å" : ""),
            Minimum = minimum,
            Maximum = maximum,
            Choices = choices,
            Help = reader.Scalar("description")?.Text ?? "",
        };
    }

    private string[]? ReadChoices(MappingReader reader, ParameterKind kind, YamlScalar type)
    {
        if (reader.Find("choices") is not { } entry)
        {
            if (kind != ParameterKind.Choice)
                return [];
            _problems.Add(WorkflowCodes.ParamDeclaration, type.Location, "a choice needs 'choices'", "choices: [first, second]");
            return null;
        }

        if (entry.Value is YamlSequence list && list.Items.All(item => item is YamlScalar) && list.Items.Count > 0)
            return [.. list.Items.Cast<YamlScalar>().Select(item => item.Text)];
        _problems.Add(WorkflowCodes.WrongShape, entry.Value.Location, "'choices' must be a list of words", "choices: [first, second]");
        return null;
    }

    private double? ReadBound(MappingReader reader, string key)
    {
        if (reader.Scalar(key) is not { } scalar)
            return null;
        if (double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) && double.IsFinite(bound))
            return bound;
        _problems.Add(WorkflowCodes.ParamDeclaration, scalar.Location, $"'{scalar.Text}' is not a number", $"{key}: 2");
        return null;
    }
}
