using Host.Abstractions.Nodes;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.ScaleOpt.Reports;
using Plugin.ScaleOpt.Selection;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;

namespace Plugin.ScaleOpt;

/// <summary>Splits particles by their scale, posterior or effective sample size. Section 7 of docs/method/5-scale.md.</summary>
public sealed class SelectStatisticNode : IJobNode
{
    private const int BytesPerParticle = 1000;

    /// <inheritdoc/>
    public NodeDescriptor Descriptor { get; } = SelectStatisticDescriptor.Create();

    /// <inheritdoc/>
    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        var input = context.Inputs.Required("particles");
        var count = input.Header.Count ?? 0;
        return ValueTask.FromResult(new JobPlan
        {
            Outputs = new Dictionary<string, IReadOnlyList<DataItem>>
            {
                // How many of either there are is not known before the run.
                [SelectStatisticDescriptor.Selected] = [ParticleInputs.Written(input, "", null)],
                [SelectStatisticDescriptor.Rejected] = [],
            },
            Diagnostics = [.. SelectionRules.Check(context.Parameters.Bind<SelectStatisticOptions>())],
            Resources = new ResourceRequest(200_000_000 + (count * BytesPerParticle), 0, count * BytesPerParticle / 2, 1),
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
        var options = context.Parameters.Bind<SelectStatisticOptions>();
        if (SelectionRules.Check(options).ToList() is { Count: > 0 } problems)
            throw new JobFailedException(problems);
        var input = context.Inputs.Required("particles");
        var set = ParticleInputs.Read("particles", input, context.Logger);
        var values = StatisticValues.Read(options.Statistic, set);
        var split = StatisticSplit.Of(options, values);
        var report = new SelectionReport(options.Statistic, values, split);
        context.Artifacts.Add(report.Histogram().ToArtifact("statistic_histogram"));

        var kept = Enumerable.Range(0, set.Particles.Length).ToLookup(row => split.IsSelected[row]);
        if (!kept[true].Any())
            throw new JobFailedException("NOTHING_SELECTED", "params", $"no particle has {split.Rule}", RangeOf(values));
        return new JobResult
        {
            Outputs = new Dictionary<string, IReadOnlyList<DataItem>>
            {
                [SelectStatisticDescriptor.Selected] = [Write(SelectStatisticDescriptor.Selected, kept[true])],
                [SelectStatisticDescriptor.Rejected] = kept[false].Any() ? [Write(SelectStatisticDescriptor.Rejected, kept[false])] : [],
            },
            Summary = report.Summarise(),
            Diagnostics = [.. Remarks(values, kept)],
        };

        DataItem Write(string name, IEnumerable<int> rows)
        {
            var path = Path.Combine(context.OutputFolder, name + ParticleInputs.ExtensionOf(set));
            int[] chosen = [.. rows];
            set.Table.Write(path, new ParticleUpdate { Rows = chosen }, ImagePathStyle.RelativeToFile);
            return ParticleInputs.Written(input, path, chosen.Length);
        }
    }

    private static IEnumerable<Diagnostic> Remarks(StatisticValues values, ILookup<bool, int> kept)
    {
        if (values.Values.Count(value => !double.IsFinite(value)) is > 0 and var missing)
            yield return new Diagnostic(
                "VALUES_MISSING",
                DiagnosticSeverity.Warning,
                "inputs.particles",
                FormattableString.Invariant($"{missing} of {values.Values.Length} particles have no value of the statistic"),
                "they are in the rejected set");
        if (!kept[false].Any())
            yield return new Diagnostic(
                "NOTHING_REJECTED", DiagnosticSeverity.Note, "params", "all particles are selected", "narrow the range to split them");
    }

    private static string RangeOf(StatisticValues values)
    {
        double[] finite = [.. values.Values.Where(double.IsFinite)];
        return finite.Length == 0
            ? "no particle has a value: choose another statistic"
            : FormattableString.Invariant($"values lie between {finite.Min():0.###} and {finite.Max():0.###}");
    }
}
