using System.Globalization;
using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D.Selection;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;

namespace Plugin.Classify3D;

/// <summary>Keeps the particles whose class, posterior or ESS fulfils a condition.</summary>
public sealed class SelectClassesNode : IJobNode
{
    /// <inheritdoc/>
    public NodeDescriptor Descriptor { get; } = new()
    {
        Id = "select.classes",
        Title = "Select classes",
        Summary = "Splits classified particles by population of their class, class number, posterior or effective sample size.",
        Revision = 1,
        Inputs =
        [
            new() { Name = "particles", Type = DataTypes.Particles, Slots = ["blob", "alignments3D"], Help = "Classified particles." },
        ],
        Outputs =
        [
            new()
            {
                Name = "particles",
                Type = DataTypes.Particles,
                PassthroughFrom = "particles",
                Help = "Particles that fulfil the condition.",
            },
            new()
            {
                Name = "rest",
                Type = DataTypes.Particles,
                PassthroughFrom = "particles",
                Repeat = OutputRepeat.Optional,
                Help = "All others.",
            },
        ],
        Parameters = OptionsDescriber.Describe<SelectClassesOptions>(),
    };

    /// <inheritdoc/>
    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        SelectionParser.Parse(context.Parameters.Bind<SelectClassesOptions>().Where, out var problem);
        var input = context.Inputs.Required("particles");
        return ValueTask.FromResult(new JobPlan
        {
            Outputs = new Dictionary<string, IReadOnlyList<DataItem>>
            {
                ["particles"] = [ParticleInputs.Written(input, "", null)],
                ["rest"] = [],
            },
            Diagnostics = problem is null ? [] : [new Diagnostic("BAD_CONDITION", DiagnosticSeverity.Error, "params.where", problem)],
            Resources = new ResourceRequest(200_000_000 + ((input.Header.Count ?? 0) * 1000), 0, (input.Header.Count ?? 0) * 500, 1),
        });
    }

    /// <inheritdoc/>
    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.Run(() => Run(context), cancel);
    }

    private static JobResult Run(IJobContext context)
    {
        var conditions = SelectionParser.Parse(context.Parameters.Bind<SelectClassesOptions>().Where, out _);
        var input = context.Inputs.Required("particles");
        var set = ParticleInputs.Read("particles", input, context.Logger);
        var selection = new ClassSelection(ClassesInput.Read(set), set.Particles.Length);
        var kept = Enumerable.Range(0, set.Particles.Length).ToLookup(
            row => conditions.All(condition => condition.Holds(selection.ValueOf(condition.Quantity, row))));
        if (!kept[true].Any())
            throw new JobFailedException("NOTHING_SELECTED", "params.where", "no particle fulfils the condition", selection.Describe());
        var outputs = new Dictionary<string, IReadOnlyList<DataItem>>
        {
            ["particles"] = [Write(context, input, set, "selected", [.. kept[true]])],
            ["rest"] = kept[false].Any() ? [Write(context, input, set, "rest", [.. kept[false]])] : [],
        };
        return new JobResult { Outputs = outputs, Summary = [Summarise(selection, kept)] };
    }

    private static DataItem Write(IJobContext context, DataItem input, ParticleSet set, string name, int[] rows)
    {
        var path = Path.Combine(context.OutputFolder, name + ParticleInputs.ExtensionOf(set));
        set.Table.Write(path, new ParticleUpdate { Rows = rows }, ImagePathStyle.RelativeToFile);
        return ParticleInputs.Written(input, path, rows.Length);
    }

    private static SummaryTable Summarise(ClassSelection selection, ILookup<bool, int> kept)
    {
        var rows = Enumerable.Range(0, selection.ClassCount).Select(k => (IReadOnlyList<string>)
        [
            Text(k + 1), Text(kept[true].Count(row => selection.ClassOf(row) == k)), Text(
                kept[false].Count(row => selection.ClassOf(row) == k)),
        ]);
        return new SummaryTable("Selection", ["class", "selected", "not selected"], [.. rows]);
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
