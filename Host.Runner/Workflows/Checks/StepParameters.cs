using System.Globalization;
using Host.Abstractions.Parameters;
using Host.Runner.Workflows.Yaml;

namespace Host.Runner.Workflows.Checks;

/// <summary>Gives every parameter of a step its value: from the command line, the file, or the default.</summary>
internal sealed class StepParameters
{
    private const string SeedName = "seed";
    private readonly Expressions _expressions;
    private readonly OverrideTable _overrides;
    private readonly WorkflowProblems _problems;
    private readonly ulong? _commandSeed;
    private readonly string _filePath;

    /// <summary>Makes the resolver.</summary>
    /// <param name="expressions">Puts the workflow's parameters into values.</param>
    /// <param name="overrides">Values from the command line.</param>
    /// <param name="commandSeed">Seed from the command line; null for none.</param>
    /// <param name="filePath">The workflow file as the user gave it, to name as origin.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public StepParameters(Expressions expressions, OverrideTable overrides, ulong? commandSeed, string filePath, WorkflowProblems problems)
    {
        _expressions = expressions;
        _overrides = overrides;
        _commandSeed = commandSeed;
        _filePath = filePath;
        _problems = problems;
    }

    /// <summary>Resolves the parameters of a step.</summary>
    /// <param name="step">A step whose node is known.</param>
    /// <param name="seed">The step's seed, 0 unless given.</param>
    /// <returns>Every parameter that has a value, in descriptor order.</returns>
    public IReadOnlyList<ResolvedParameter> Resolve(StepDraft step, out ulong seed)
    {
        var node = step.Offer!.Node;
        var names = new ParameterNames(node.Parameters);
        var takesSeed = node.UsesSeed && names.Find(SeedName) is null;
        var given = new Dictionary<string, GivenValue>(StringComparer.Ordinal);
        if (takesSeed && _commandSeed is { } common)
            given[SeedName] = new GivenValue(SeedName, common.ToString(CultureInfo.InvariantCulture), "--seed", null, null);
        foreach (var value in FromFile(step))
            Take(value, takesSeed, names, node.Id, given);
        foreach (var value in _overrides.Step(step.Name))
            Take(value, takesSeed, names, node.Id, given);
        seed = takesSeed && given.TryGetValue(SeedName, out var seedValue) ? ParseSeed(seedValue) : 0;
        var values = node.Parameters.Select(parameter => ValueOf(parameter, given.GetValueOrDefault(parameter.Name), step));
        return [.. values.OfType<ResolvedParameter>()];
    }

    private IEnumerable<GivenValue> FromFile(StepDraft step)
    {
        foreach (var entry in step.Body?.Entries("params") ?? [])
        {
            if (entry.Value is not YamlScalar scalar)
            {
                _problems.Add(
                    WorkflowCodes.WrongShape,
                    entry.Value.Location,
                    $"'{entry.Name}' must be a single value, found {entry.Value.Kind}",
                    "put text with brackets or commas in quotes");
                yield return new GivenValue(entry.Name, null, "", entry.Key.Location, entry.Value.Location);
                continue;
            }

            var text = _expressions.Expand(scalar, out var origin);
            var place = string.Create(CultureInfo.InvariantCulture, $"{_filePath}({scalar.Location.Line},{scalar.Location.Column})");
            yield return new GivenValue(entry.Name, text, origin.Length > 0 ? origin : place, entry.Key.Location, scalar.Location);
        }
    }

    private void Take(GivenValue value, bool takesSeed, ParameterNames names, string nodeId, Dictionary<string, GivenValue> given)
    {
        var canonical = takesSeed && value.Name == SeedName ? SeedName : names.Find(value.Name)?.Name;
        if (canonical is null)
        {
            var candidates = takesSeed ? names.All.Append(SeedName) : names.All;
            var hint = Nearest.To(value.Name, candidates) is { } near
                ? $"did you mean '{near}'?"
                : $"parameters: {string.Join(", ", takesSeed ? names.Shown.Append(SeedName) : names.Shown)}";
            _problems.Add(
                WorkflowCodes.UnknownParameter, value.NameAt, $"{value.Prefix}node '{nodeId}' has no parameter '{value.Name}'", hint);
            return;
        }

        if (value.NameAt is not null && given.TryGetValue(canonical, out var earlier))
        {
            if (earlier.NameAt is null)
                return;
            _problems.Add(
                WorkflowCodes.ParameterTwice,
                value.NameAt,
                $"'{value.Name}' and '{earlier.Name}' are the same parameter, {canonical}",
                "keep one of the two");
        }

        given[canonical] = value;
    }

    private ulong ParseSeed(GivenValue value)
    {
        if (ulong.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) || value.Text is null)
            return seed;
        _problems.Add(
            WorkflowCodes.ParameterValue,
            value.ValueAt,
            $"{value.Prefix}seed: '{value.Text}' is not a whole number from 0 to {ulong.MaxValue}");
        return seed;
    }

    private ResolvedParameter? ValueOf(ParameterDescriptor parameter, GivenValue? given, StepDraft step)
    {
        if (given is null)
            return DefaultOf(parameter, step);
        if (given.Text is null)
            return null;
        if (ParameterParser.TryParse(parameter, given.Text, out var canonical) is not { } refusal)
            return new ResolvedParameter(parameter.Name, canonical, given.Origin, given.ValueAt ?? step.Location);
        var hint = Nearest.To(given.Text, parameter.Choices) is { } near ? $"did you mean '{near}'?" : parameter.Help;
        _problems.Add(WorkflowCodes.ParameterValue, given.ValueAt, $"{given.Prefix}{given.Name}: {refusal}", hint);
        return null;
    }

    private ResolvedParameter? DefaultOf(ParameterDescriptor parameter, StepDraft step)
    {
        if (parameter.Default is null)
        {
            _problems.Add(
                WorkflowCodes.MissingParameter,
                step.Location,
                $"step '{step.Name}' needs the parameter '{parameter.Name}'",
                parameter.Help);
            return null;
        }

        // Canonical, so that a value given is the same as the same value left out.
        var text = ParameterParser.TryParse(parameter, parameter.Default, out var canonical) is null ? canonical : parameter.Default;
        return new ResolvedParameter(parameter.Name, text, "default", step.Location);
    }
}
