using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D.Outputs;
using Plugin.Classify3D.Regrouping;
using SingleParticle.Nodes.Inputs;

namespace Plugin.Classify3D;

/// <summary>Merges classes that look alike. Section 4 of docs/method/6-evidence.md.</summary>
public sealed class RegroupClassesNode : IJobNode
{
    /// <inheritdoc/>
    public NodeDescriptor Descriptor { get; } = new()
    {
        Id = "regroup.classes",
        Title = "Regroup classes",
        Summary = "Merges classes that share their particles or whose maps look alike, to a number of groups or up to a distance.",
        Revision = 1,
        Inputs =
        [
            new()
            {
                Name = "particles",
                Type = DataTypes.Particles,
                Slots = ["blob", "alignments3D", "?" + ClassificationOutputs.PosteriorSlot],
                Help = "All particles of a classification, best with every posterior.",
            },
            new()
            {
                Name = "volumes",
                Type = DataTypes.Volume,
                Slots = ["map", "?map_half_A", "?map_half_B"],
                MinimumConnectionCount = 0,
                MaximumConnectionCount = 1000,
                Help = "Maps of all classes, in their order; half maps keep noise out of the distances.",
            },
            new()
            {
                Name = "mask",
                Type = DataTypes.Mask,
                Slots = ["mask"],
                MinimumConnectionCount = 0,
                Help = "Where maps are compared; everywhere when not connected.",
            },
        ],
        Outputs =
        [
            Particles("particles", OutputRepeat.Single, "All particles with the posteriors of the groups."),
            Particles("group_particles", OutputRepeat.Several, "Disjoint sets, one for each group, the largest first."),
            new()
            {
                Name = "volumes",
                Type = DataTypes.Volume,
                Slots = ["map"],
                Repeat = OutputRepeat.Several,
                Help = "Maps of the groups: means of their classes' maps, weighted by size; with half maps where there were any.",
            },
            new()
            {
                Name = "groups", Type = DataTypes.Table, Slots = ["table"], Help = "Group of every class.",
            },
        ],
        Parameters = OptionsDescriber.Describe<RegroupClassesOptions>(),
        References = ["Sokal, Michener 1958, University of Kansas Science Bulletin 38:1409"],
    };

    /// <inheritdoc/>
    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = context.Parameters.Bind<RegroupClassesOptions>();
        var (input, volumes) = (context.Inputs.Required("particles"), context.Inputs.All("volumes"));
        var groups = Enumerable.Range(0, options.Groups ?? 0).Select(ClassificationOutputs.LabelOf).ToList();
        var (count, voxels) = (input.Header.Count ?? 0, Math.Pow(volumes.Max(volume => volume.Header.BoxPixels) ?? 0, 3));
        return ValueTask.FromResult(new JobPlan
        {
            Outputs = new Dictionary<string, IReadOnlyList<DataItem>>
            {
                ["particles"] = [ParticleInputs.Written(input, "", input.Header.Count)],
                ["group_particles"] = [.. groups.Select(label => ParticleInputs.Written(input, "", null, label))],
                ["volumes"] = volumes.Count == 0 ? [] : [.. groups.Select(label => Promised(volumes[0], label))],
                ["groups"] = [new DataItem { Type = DataTypes.Table, Slots = [new DataSlot("table", "")] }],
            },
            Diagnostics = [.. Problems(options, context.Inputs)],
            Resources = new ResourceRequest(
                (long)(200_000_000 + (count * (1000 + (8 * volumes.Count))) + (12 * voxels * (volumes.Count + 2))),
                0,
                (long)((count * 1000) + (12 * voxels * volumes.Count)),
                1 + (count * 1e-5) + (volumes.Count * volumes.Count * voxels * 2e-9)),
        });
    }

    /// <inheritdoc/>
    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.Run(() => Run(context, cancel), cancel);
    }

    private static JobResult Run(IJobContext context, CancellationToken cancel)
    {
        var options = context.Parameters.Bind<RegroupClassesOptions>();
        var inputs = RegroupInputs.Read(context);
        var distances = inputs.Distances(options.RegroupBy);
        cancel.ThrowIfCancellationRequested();
        var tree = ClassTree.Of(distances);
        if (options.Groups > tree.ClassCount)
            throw new JobFailedException(
                "GROUP_COUNT",
                "params.groups",
                FormattableString.Invariant($"{options.Groups} groups of {tree.ClassCount} classes"),
                "ask for fewer groups than there are classes");
        var count = options.Groups ?? tree.GroupCountAt(options.Threshold);
        var result = RegroupedClasses.Of(inputs.Classes, tree.GroupsOf(count));
        var outputs = RegroupOutputs.Write(context, inputs, result);
        context.Artifacts.Add(RegroupReport.Tree(tree, result, options));
        context.Artifacts.Add(RegroupReport.Distances(distances));
        return new JobResult { Outputs = outputs.Items, Summary = [outputs.Summary], Diagnostics = inputs.Diagnostics };
    }

    private static IEnumerable<Diagnostic> Problems(RegroupClassesOptions options, JobInputs inputs)
    {
        var volumes = inputs.All("volumes");
        if (options.RegroupBy == RegroupBy.Maps && volumes.Count == 0)
            yield return RegroupInputs.NoMaps();
        foreach (var volume in volumes.Skip(1))
        {
            foreach (var problem in GridChecks.SameGrid("volumes", volume, "the first map", volumes[0].Header))
                yield return problem;
        }

        if (volumes.Count > 0)
        {
            foreach (var problem in GridChecks.SameGrid("mask", inputs.Optional("mask"), "volumes", volumes[0].Header))
                yield return problem;
        }
    }

    private static DataItem Promised(DataItem volume, string label) => volume with
    {
        Slots = [new DataSlot("map", "")],
        Label = label,
    };

    private static OutputDescriptor Particles(string name, OutputRepeat repeat, string help) => new()
    {
        Name = name,
        Type = DataTypes.Particles,
        PassthroughFrom = "particles",
        Repeat = repeat,
        Help = help,
    };
}
