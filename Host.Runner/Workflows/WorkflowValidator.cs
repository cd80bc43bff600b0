using Host.Abstractions.Ports;
using Host.Runner.Workflows.Checks;
using Host.Runner.Workflows.Yaml;

namespace Host.Runner.Workflows;

/// <summary>Checks a workflow's YAML against the installed nodes and resolves it.</summary>
internal sealed class WorkflowValidator
{
    private static readonly string[] Keys = ["workflow!", "name!", "params", "sources", "steps!", "outputs"];

    private readonly NodeTable _nodes;
    private readonly WorkflowOptions _options;
    private readonly WorkflowProblems _problems;
    private readonly string _filePath;

    /// <summary>Makes a validator.</summary>
    /// <param name="filePath">The workflow file as the user gave it.</param>
    /// <param name="nodes">The installed nodes.</param>
    /// <param name="options">What the command line says.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public WorkflowValidator(string filePath, NodeTable nodes, WorkflowOptions options, WorkflowProblems problems)
    {
        _filePath = filePath;
        _nodes = nodes;
        _options = options;
        _problems = problems;
    }

    /// <summary>Checks and resolves.</summary>
    /// <param name="root">The document.</param>
    /// <returns>The workflow; null when there are errors.</returns>
    public ResolvedWorkflow? Resolve(YamlValue root)
    {
        var top = new SourceLocation(1, 1);
        if (MappingReader.Open(root, "a workflow", Keys, top, _problems) is not { } reader)
            return null;
        CheckVersion(reader);
        var name = ReadName(reader);
        var fullPath = Path.GetFullPath(_filePath);
        var overrides = OverrideTable.Read(_options.Overrides, _problems);
        var values = ParamDeclarations.Read(reader.NamedEntries("params"), overrides, _problems);
        var expressions = new Expressions(values, _problems);

        var sourceEntries = reader.NamedEntries("sources");
        var sourceSection = new SourceSection(Path.GetDirectoryName(fullPath)!, expressions, _problems);
        var sources = sourceEntries.Select(sourceSection.Read).ToList();
        var drafts = reader.NamedEntries("steps").Select(Draft).ToList();
        overrides.ReportStrangers([.. values.Keys], [.. drafts.Select(draft => draft.Name)], _problems);
        var origins = Origins(sourceEntries, sources, drafts);
        drafts = [.. drafts.Where(draft => origins[draft.Name].Kind == OriginKind.Step)];

        var references = new References(origins, _problems);
        var steps = ResolveSteps(
            drafts, origins, references, new StepParameters(expressions, overrides, _options.Seed, _filePath, _problems));
        var exportSection = new ExportSection(_options.OutputFolder, references, expressions, _problems);
        var exports = reader.NamedEntries("outputs").Select(exportSection.Read).ToList();
        return _problems.HasErrors ? null : new ResolvedWorkflow
        {
            Name = name,
            FilePath = fullPath,
            Sources = [.. sources.OfType<ResolvedSource>()],
            Steps = steps,
            Exports = [.. exports.OfType<ResolvedExport>()],
        };
    }

    private void CheckVersion(MappingReader reader)
    {
        if (reader.Scalar("workflow") is { Text: not "v1" } version)
            _problems.Add(
                WorkflowCodes.WorkflowVersion,
                version.Location,
                $"'{version.Text}' is not a version of the workflow language",
                "this host knows v1");
    }

    private string ReadName(MappingReader reader)
    {
        if (reader.Scalar("name") is not { } name)
            return "";
        if (!Names.IsName(name.Text))
            _problems.Add(WorkflowCodes.BadName, name.Location, $"'{name.Text}' cannot be a name", Names.Rule);
        return name.Text;
    }

    private StepDraft Draft(YamlEntry entry)
    {
        var body = MappingReader.Open(entry.Value, $"step '{entry.Name}'", ["node!", "inputs", "params"], entry.Key.Location, _problems);
        if (body?.Scalar("node") is not { } node)
            return new StepDraft(entry, body, null);
        if (!_nodes.TryGet(node.Text, out var offer))
            _problems.Add(
                WorkflowCodes.UnknownNode, node.Location, $"no installed plug-in offers a node '{node.Text}'", Nearest.Hint(
                    node.Text, _nodes.Ids, "nodes"));
        return new StepDraft(entry, body, offer);
    }

    private Dictionary<string, DataOrigin> Origins(
        IReadOnlyList<YamlEntry> sourceEntries, IReadOnlyList<ResolvedSource?> sources, IReadOnlyList<StepDraft> steps)
    {
        var origins = new Dictionary<string, DataOrigin>(StringComparer.Ordinal);
        // Folders are named after steps, and some file systems do not tell a from A.
        var places = new Dictionary<string, SourceLocation>(StringComparer.OrdinalIgnoreCase);
        foreach (var (entry, source) in sourceEntries.Zip(sources))
            Add(
                entry,
                new DataOrigin(entry.Name, OriginKind.Source, source is null ? null : [.. SourceOutputs.Of(source).Select(Promise)]));
        foreach (var step in steps)
            Add(step.Entry, new DataOrigin(step.Name, OriginKind.Step, step.Offer?.Node.Outputs));
        return origins;

        void Add(YamlEntry entry, DataOrigin origin)
        {
            if (!places.TryAdd(entry.Name, entry.Key.Location))
                _problems.Add(
                    WorkflowCodes.DuplicateName,
                    entry.Key.Location,
                    $"the name '{entry.Name}' is taken in line {places[entry.Name].Line}",
                    "names differ in more than case");
            origins.TryAdd(entry.Name, origin);
        }
    }

    private static OutputDescriptor Promise(string type) => new() { Name = type, Type = type, Help = "" };

    private List<ResolvedStep> ResolveSteps(
        IReadOnlyList<StepDraft> drafts, IReadOnlyDictionary<string, DataOrigin> origins, References references, StepParameters parameters)
    {
        var inputs = new StepInputs(references, _problems);
        foreach (var draft in drafts)
            inputs.Connect(draft);
        var known = new Dictionary<string, ResolvedStep>(StringComparer.Ordinal);
        foreach (var draft in drafts.Where(draft => draft.Offer is not null))
            known[draft.Name] = Resolve(draft, parameters);
        var sorted = StepOrder.Sort(drafts, _problems);
        var slots = new SlotCheck(origins, _problems);
        foreach (var draft in sorted.Where(draft => draft.Offer is not null))
            slots.Check(draft);
        return [.. sorted.Where(draft => known.ContainsKey(draft.Name)).Select(draft => known[draft.Name])];
    }

    private static ResolvedStep Resolve(StepDraft draft, StepParameters parameters)
    {
        var values = parameters.Resolve(draft, out var seed);
        return new ResolvedStep
        {
            Name = draft.Name,
            Node = draft.Offer!.Node,
            PluginId = draft.Offer.PluginId,
            Parameters = values,
            Seed = seed,
            Inputs = draft.Inputs,
            Location = draft.Location,
        };
    }
}
