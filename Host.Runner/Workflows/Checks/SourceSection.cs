using Host.Runner.Workflows.Yaml;

namespace Host.Runner.Workflows.Checks;

/// <summary>Reads the `sources` of a workflow.</summary>
internal sealed class SourceSection
{
    private static readonly Dictionary<string, SourceKind> Kinds =
        Enum.GetValues<SourceKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private readonly string _folder;
    private readonly Expressions _expressions;
    private readonly WorkflowProblems _problems;

    /// <summary>Makes the reader.</summary>
    /// <param name="folder">Absolute folder of the workflow file, against which paths are resolved.</param>
    /// <param name="expressions">Puts parameters into values.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public SourceSection(string folder, Expressions expressions, WorkflowProblems problems)
    {
        _folder = folder;
        _expressions = expressions;
        _problems = problems;
    }

    /// <summary>Reads one source.</summary>
    /// <param name="entry">Its entry under `sources`.</param>
    /// <returns>The source; null when it has problems, which have been reported.</returns>
    public ResolvedSource? Read(YamlEntry entry)
    {
        if (MappingReader.Open(entry.Value, $"source '{entry.Name}'", [.. Kinds.Keys], entry.Key.Location, _problems) is not { } outer)
            return null;
        var given = Kinds.Keys.Select(outer.Find).OfType<YamlEntry>().ToList();
        if (given.Count != 1)
        {
            _problems.Add(
                WorkflowCodes.MissingKey,
                entry.Key.Location,
                $"source '{entry.Name}' must say of which one kind it is, found {given.Count}",
                $"kinds: {string.Join(", ", Kinds.Keys)}");
            return null;
        }

        var kind = Kinds[given[0].Name];
        var inner = MappingReader.Open(given[0].Value, $"a {given[0].Name} source", KeysOf(kind), given[0].Key.Location, _problems);
        if (inner is null)
            return null;
        var settings = ReadSettings(inner, KeysOf(kind));
        CheckCombination(kind, inner, given[0].Key.Location);
        return settings is null ? null : new ResolvedSource(entry.Name, kind, settings, entry.Key.Location);
    }

    private static string[] KeysOf(SourceKind kind) => kind switch
    {
        SourceKind.Cryosparc => ["job", "group", "particles", "passthrough", "volume", "mask", "root"],
        SourceKind.Relion => ["star!", "volume", "mask", "root"],
        _ => ["path!", "type!"],
    };

    private Dictionary<string, string>? ReadSettings(MappingReader reader, string[] keys)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        var isComplete = keys.All(key => !key.EndsWith('!') || reader.Find(key[..^1]) is not null);
        foreach (var key in keys.Select(key => key.TrimEnd('!')).Where(key => reader.Find(key) is not null))
        {
            var text = reader.Scalar(key) is { } scalar ? TextOf(key, scalar) : null;
            isComplete &= text is not null;
            settings[key] = text ?? "";
        }

        return isComplete ? settings : null;
    }

    private string? TextOf(string key, YamlScalar scalar)
    {
        if (_expressions.Expand(scalar) is not { } text)
            return null;
        return key == "type" ? TypeOf(text, scalar.Location) : FilePaths.Resolve(text, _folder, scalar.Location, _problems);
    }

    private string? TypeOf(string text, SourceLocation location)
    {
        if (SourceOutputs.FileTypes.Contains(text))
            return text;
        _problems.Add(
            WorkflowCodes.DataType, location, $"'{text}' is not a type of file", Nearest.Hint(text, SourceOutputs.FileTypes, "types"));
        return null;
    }

    private void CheckCombination(SourceKind kind, MappingReader reader, SourceLocation location)
    {
        if (kind != SourceKind.Cryosparc)
            return;
        string[] leading = ["job", "group", "particles"];
        var given = leading.Where(key => reader.Find(key) is not null).ToList();
        var found = given.Count == 0 ? "none" : string.Join(" and ", given);
        if (given.Count != 1)
            _problems.Add(
                WorkflowCodes.MissingKey,
                location,
                $"a cryosparc source is named by exactly one of job, group and particles, found {found}",
                "job: a job folder; group: a .csg; particles: a .cs");
        if (reader.Find("passthrough") is { } passthrough && reader.Find("particles") is null)
            _problems.Add(
                WorkflowCodes.UnknownKey, passthrough.Key.Location, "'passthrough' belongs to 'particles'; a job or group names its own");
    }
}
