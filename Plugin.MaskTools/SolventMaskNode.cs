using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.MaskTools.Reports;
using Plugin.MaskTools.Steps;
using SingleParticle.Masks;
using SingleParticle.Nodes.Inputs;

namespace Plugin.MaskTools;

/// <summary>A mask around the molecule in a map. docs/method/4-masks.md is its methods section.</summary>
public sealed class SolventMaskNode : IJobNode
{
    /// <inheritdoc/>
    public NodeDescriptor Descriptor { get; } = new()
    {
        Id = "mask.solvent",
        Title = "Solvent mask",
        Summary = "Masks the molecule in a map: low-pass, threshold, pieces, holes, dilation, soft edge, in this order.",
        Revision = 1,
        Inputs =
        [
            new()
            {
                Name = "volume",
                Type = DataTypes.Volume,
                Slots = ["map"],
                Help = "Map of the molecule; protein is positive.",
            },
        ],
        Outputs = [MaskNodes.MaskOutput("Mask on the grid of the map: 1 in the molecule, 0 in solvent.")],
        Parameters = OptionsDescriber.Describe<SolventMaskOptions>(),
        References =
        [
            "Felzenszwalb, Huttenlocher 2012, Theory of Computing 8:415, doi:10.4086/toc.2012.v008a019",
            "Erickson 2009, Biological Procedures Online 11:32, doi:10.1007/s12575-009-9008-x",
        ],
    };

    /// <inheritdoc/>
    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = context.Parameters.Bind<SolventMaskOptions>();
        return ValueTask.FromResult(MaskNodes.Plan(context.Inputs.Required("volume").Header, [.. Check(options)]));
    }

    /// <inheritdoc/>
    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.Run(() => Run(context, cancel), cancel);
    }

    private static JobResult Run(IJobContext context, CancellationToken cancel)
    {
        var options = context.Parameters.Bind<SolventMaskOptions>();
        var threadCount = context.Resources.ThreadCount;
        var diagnostics = new List<Diagnostic>();
        var map = VolumeInputs.Read("volume", context.Inputs.Required("volume"));
        using var stage = context.Progress.Begin("mask", 3);

        var filtered = LowPassStep.Apply(map, LowPassStep.Cutoff(map, options.LowpassAngstrom), options.Convention, threadCount);
        var threshold = ThresholdStep.Find(filtered, RuleOf(options), "volume");
        var body = MaskBody.AtLeast(filtered.Values, threshold);
        stage.Advance();
        cancel.ThrowIfCancellationRequested();

        var mask = ShapeSteps.Run(body, map, options, threadCount, diagnostics);
        stage.Advance();
        cancel.ThrowIfCancellationRequested();

        MaskReport.DrawSlices(context.Artifacts, filtered, mask);
        MaskReport.DrawThreshold(context.Artifacts, filtered, threshold);
        return MaskNodes.Deliver(context, mask, diagnostics);
    }

    private static ThresholdRule RuleOf(SolventMaskOptions options) =>
        options.Threshold is { } amount ? new ThresholdRule(options.ThresholdKind, amount) : ThresholdRule.Automatic;

    private static IEnumerable<Diagnostic> Check(SolventMaskOptions options)
    {
        if (options.Threshold is not { } amount || options.ThresholdKind is ThresholdKind.Value or ThresholdKind.Sigma)
            yield break;
        var limit = options.ThresholdKind == ThresholdKind.FractionOfMaximum ? 1 : double.PositiveInfinity;
        if (amount <= 0 || amount > limit)
            yield return new Diagnostic(
                "THRESHOLD_OUT_OF_RANGE",
                DiagnosticSeverity.Error,
                "params.threshold",
                FormattableString.Invariant($"{amount} is not a {Words(options.ThresholdKind)}"),
                "correct it, or set threshold_kind to what it means");
    }

    private static string Words(ThresholdKind kind) => kind switch
    {
        ThresholdKind.FractionOfMaximum => "fraction of the maximum, above 0 and at most 1",
        ThresholdKind.EnclosedVolume => "volume in Å³ above 0",
        _ => "mass in kDa above 0",
    };
}
