using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Phantom.Comparison;
using Plugin.Phantom.Reports;
using SingleParticle.Formats;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Volumes;

namespace Plugin.Phantom;

/// <summary>Compares classes and scales of particles with the truth about them.</summary>
public sealed class CompareNode : IJobNode
{
    /// <inheritdoc/>
    public NodeDescriptor Descriptor { get; } = new()
    {
        Id = "phantom.compare",
        Title = "Compare with the truth",
        Summary = "Counts the particles of every class with every true label, and tells how well classes and scales agree with the truth.",
        Revision = 1,
        Inputs =
        [
            new()
            {
                Name = "particles",
                Type = DataTypes.Particles,
                Slots = [.. ParticleInputs.PosedSlots, "?alignments3D_multi"],
                Help = "Particles with classes, scales or both.",
            },
            new()
            {
                Name = "truth",
                Type = DataTypes.Table,
                Slots = ["table"],
                Help = "Truth table with columns uid, state, label and scale; may hold more particles.",
            },
            Maps("volumes", "Class maps, to be measured for stretch along one axis; needs true_volumes."),
            Maps("true_volumes", "True maps of the states."),
        ],
        Outputs =
        [
            new() { Name = "counts", Type = DataTypes.Table, Slots = ["table"], Help = "Particles of every class with every label." },
            new() { Name = "measures", Type = DataTypes.Table, Slots = ["table"], Help = "The figures, one in a row." },
        ],
        Parameters = OptionsDescriber.Describe<CompareOptions>(),
        References = ["Hubert, Arabie 1985, Journal of Classification 2:193, doi:10.1007/BF01908075"],
    };

    /// <inheritdoc/>
    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Parameters.Bind<CompareOptions>();
        var count = context.Inputs.Required("particles").Header.Count ?? 0;
        return ValueTask.FromResult(new JobPlan
        {
            Outputs = new Dictionary<string, IReadOnlyList<DataItem>> { ["counts"] = [Table("")], ["measures"] = [Table("")] },
            Resources = new ResourceRequest(200_000_000 + (count * 2000), 0, 100_000, 1 + (count * 1e-5)),
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
        var options = context.Parameters.Bind<CompareOptions>();
        var particles = Match(context, options);
        Measure[] measures = [.. Agreement.Measures(particles), .. Stretch(context)];
        var counts = ComparisonReport.Counts(particles, options.Against);
        var summary = ComparisonReport.Summarise(measures);
        return new JobResult
        {
            Outputs = new Dictionary<string, IReadOnlyList<DataItem>>
            {
                ["counts"] = [Write(context, "counts", ComparisonReport.Csv(counts))],
                ["measures"] = [Write(context, "measures", ComparisonReport.Csv(measures))],
            },
            Summary = particles.Classes is null ? [summary] : [counts, summary],
            Diagnostics = particles.Classes is null ? [NoClasses()] : [],
        };
    }

    private static MatchedParticles Match(IJobContext context, CompareOptions options)
    {
        var set = ParticleInputs.Read("particles", context.Inputs.Required("particles"), context.Logger);
        var path = context.Inputs.Required("truth").PathOf("table");
        try
        {
            var truth = TruthReader.Read(path);
            return MatchedParticles.Join(set, truth, options.Against) ?? throw new JobFailedException(
                "UNKNOWN_PARTICLES",
                "inputs.particles",
                FormattableString.Invariant($"{MatchedParticles.UnknownCount(set, truth)} of {set.Particles.Length} particles ")
                    + "are not in the truth",
                "connect the truth of the simulation that made them");
        }
        catch (DataFileException problem)
        {
            var target = problem.FilePath == path ? "inputs.truth" : "inputs.particles";
            throw new JobFailedException([new Diagnostic("TABLE", DiagnosticSeverity.Error, target, problem.Message)], problem);
        }
    }

    private static IEnumerable<Measure> Stretch(IJobContext context)
    {
        var (maps, truths) = (Read(context, "volumes"), Read(context, "true_volumes"));
        if (maps.Count > 0 && truths.Count > 0)
            yield return new Measure(
                "largest_stretch_percent",
                MapStretch.LargestPercent(maps, truths),
                "stretch of class maps along one axis against another, relative to the true map each is most like");
    }

    private static List<Volume> Read(IJobContext context, string input) =>
        [.. context.Inputs.All(input).Select(item => VolumeInputs.Read(input, item))];

    private static InputDescriptor Maps(string name, string help) => new()
    {
        Name = name,
        Type = DataTypes.Volume,
        Slots = ["map"],
        MinimumConnectionCount = 0,
        MaximumConnectionCount = 1000,
        Help = help,
    };

    private static Diagnostic NoClasses() => new(
        "NO_CLASSES", DiagnosticSeverity.Note, "inputs.particles", "the particles have no classes; only scales are compared");

    private static DataItem Table(string path) => new() { Type = DataTypes.Table, Slots = [new DataSlot("table", path)] };

    private static DataItem Write(IJobContext context, string name, string csv)
    {
        var path = Path.Combine(context.OutputFolder, name + ".csv");
        AtomicFile.Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(csv)));
        return Table(path);
    }
}
