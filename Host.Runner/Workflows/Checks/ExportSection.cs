using Host.Abstractions.Ports;
using Host.Runner.Workflows.Yaml;

namespace Host.Runner.Workflows.Checks;

/// <summary>Reads the `outputs` of a workflow.</summary>
internal sealed class ExportSection
{
    private static readonly string[] Keys = ["from!", "as!", "path!"];
    private static readonly Dictionary<string, ExportKind> Kinds =
        Enum.GetValues<ExportKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private readonly Dictionary<string, string> _takenPaths = new(StringComparer.Ordinal);
    private readonly string _folder;
    private readonly References _references;
    private readonly Expressions _expressions;
    private readonly WorkflowProblems _problems;

    /// <summary>Makes the reader.</summary>
    /// <param name="folder">Absolute folder against which paths are resolved.</param>
    /// <param name="references">Reads references.</param>
    /// <param name="expressions">Puts parameters into paths.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public ExportSection(string folder, References references, Expressions expressions, WorkflowProblems problems)
    {
        _folder = folder;
        _references = references;
        _expressions = expressions;
        _problems = problems;
    }

    /// <summary>Reads one output.</summary>
    /// <param name="entry">Its entry under `outputs`.</param>
    /// <returns>The output; null when it has problems, which have been reported.</returns>
    public ResolvedExport? Read(YamlEntry entry)
    {
        if (MappingReader.Open(entry.Value, $"output '{entry.Name}'", Keys, entry.Key.Location, _problems) is not { } reader)
            return null;
        var data = reader.Find("from") is { } from ? _references.Read(from.Value, null) : null;
        var kind = ReadKind(reader, data);
        var path = ReadPath(reader, kind, entry.Name);
        return data is null || kind is null || path is null ? null : new ResolvedExport(
            entry.Name, data.Reference, kind.Value, path, entry.Key.Location);
    }

    private static string[] TypesOf(ExportKind kind) => kind switch
    {
        ExportKind.Cryosparc => [DataTypes.Particles, DataTypes.Volume, DataTypes.Mask],
        ExportKind.Relion => [DataTypes.Particles],
        ExportKind.Mrc => [DataTypes.Volume, DataTypes.Mask],
        ExportKind.Csv => [DataTypes.Table],
        _ => [DataTypes.Report],
    };

    private static IEnumerable<string> FormsFor(string type) =>
        Kinds.Where(pair => TypesOf(pair.Value).Contains(type)).Select(pair => pair.Key);

    private ExportKind? ReadKind(MappingReader reader, ConnectedData? data)
    {
        if (reader.Scalar("as") is not { } word)
            return null;
        if (!Kinds.TryGetValue(word.Text, out var kind))
        {
            _problems.Add(
                WorkflowCodes.ExportType,
                word.Location,
                $"'{word.Text}' is not a form of output",
                Nearest.Hint(word.Text, Kinds.Keys, "forms"));
            return null;
        }

        if (data?.Output is { } output && !TypesOf(kind).Contains(output.Type))
            _problems.Add(
                WorkflowCodes.ExportType,
                word.Location,
                $"{data.Reference.Origin}.{data.Reference.Output} is {output.Type}; {word.Text} takes {string.Join(" or ", TypesOf(kind))}",
                $"forms for {output.Type}: {string.Join(", ", FormsFor(output.Type))}");
        return kind;
    }

    private string? ReadPath(MappingReader reader, ExportKind? kind, string name)
    {
        if (reader.Scalar("path") is not { } scalar || _expressions.Expand(scalar) is not { } text)
            return null;
        if (FilePaths.Resolve(text, _folder, scalar.Location, _problems) is not { } path)
            return null;
        var extension = kind switch { ExportKind.Relion => ".star", ExportKind.Csv => ".csv", ExportKind.Html => ".html", _ => "" };
        if (!path.EndsWith(extension, StringComparison.Ordinal))
            _problems.Add(WorkflowCodes.BadPath, scalar.Location, $"'{text}' does not end in {extension}", $"write {text}{extension}");
        if (!_takenPaths.TryAdd(Path.TrimEndingDirectorySeparator(path), name))
            _problems.Add(
                WorkflowCodes.ExportClash,
                scalar.Location,
                $"output '{_takenPaths[Path.TrimEndingDirectorySeparator(path)]}' is written to the same place");
        return path;
    }
}
