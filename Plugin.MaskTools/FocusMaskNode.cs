using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.MaskTools.Reports;
using Plugin.MaskTools.Sources;
using Plugin.MaskTools.Steps;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace Plugin.MaskTools;

/// <summary>A mask around the part of a molecule that varies. docs/method/4-masks.md is its methods section.</summary>
public sealed class FocusMaskNode : IJobNode
{
    /// <inheritdoc/>
    public NodeDescriptor Descriptor { get; } = new()
    {
        Id = "mask.focus",
        Title = "Focus mask",
        Summary =
            "Masks a part of a molecule: from a segmentation, the atoms of a model, a geometric shape, or the difference of two maps.",
        Revision = 1,
        Inputs =
        [
            Input("volume", DataTypes.Volume, "map",
                "Map or label field of the part; first map of a difference; map that a model belongs to."),
            Input("other_volume", DataTypes.Volume, "map", "Second map of a difference."),
            Input("model", DataTypes.Model, "model", "Atomic model, PDB or mmCIF."),
            Input("reference", DataTypes.Volume, "map", "Map on whose grid the mask is made, if that is not the grid of volume."),
            Input("solvent", DataTypes.Mask, "mask", "Solvent mask that should contain the focus mask."),
        ],
        Outputs = [MaskNodes.MaskOutput("Focus mask: 1 where classes may differ.")],
        Parameters = OptionsDescriber.Describe<FocusMaskOptions>(),
        References =
        [
            "Felzenszwalb, Huttenlocher 2012, Theory of Computing 8:415, doi:10.4086/toc.2012.v008a019",
            "Hampel 1974, Journal of the American Statistical Association 69:383, doi:10.1080/01621459.1974.10482962",
        ],
    };

    /// <inheritdoc/>
    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = context.Parameters.Bind<FocusMaskOptions>();
        return ValueTask.FromResult(
            MaskNodes.Plan(FocusInputs.GridOf(context.Inputs) ?? new DataHeader(), [.. FocusPlan.Check(options, context.Inputs)]));
    }

    /// <inheritdoc/>
    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.Run(() => Run(context, cancel), cancel);
    }

    private static JobResult Run(IJobContext context, CancellationToken cancel)
    {
        var options = context.Parameters.Bind<FocusMaskOptions>();
        var diagnostics = new List<Diagnostic>();
        using var stage = context.Progress.Begin("mask", 3);
        var inputs = FocusInputs.Read(context.Inputs, diagnostics);
        var source = FocusPlan.SourceOf(options, context.Inputs) switch
        {
            FocusSource.Model => ModelSource.Create(context.Inputs.Required("model"), inputs, options, diagnostics),
            FocusSource.Shape => ShapeSource.Create(inputs, options),
            FocusSource.Difference => DifferenceSource.Create(inputs, options, context),
            _ => SegmentationSource.Create(inputs, options, context),
        };
        stage.Advance();
        cancel.ThrowIfCancellationRequested();

        var mask = ShapeSteps.Run(source.Body, source.Grid, options, context.Resources.ThreadCount, diagnostics);
        if (inputs.Solvent is { } solvent)
            mask = Within(mask, solvent, options.OutsideSolvent, diagnostics);
        stage.Advance();
        cancel.ThrowIfCancellationRequested();
        return MaskNodes.Deliver(
            context,
            mask,
            source.Backdrop,
            diagnostics,
            inputs.Solvent is null ? [] : [("solvent", MaskOverlap.Of(mask, inputs.Solvent))]);
    }

    private static Volume Within(Volume mask, Volume solvent, OutsideSolvent rule, List<Diagnostic> diagnostics)
    {
        diagnostics.AddRange(ContainerWarnings.Of(mask, solvent, rule));
        if (rule == OutsideSolvent.Keep)
            return mask;
        var cut = MaskAlgebra.Combine(MaskOperation.And, [mask, solvent]);
        return Array.Exists(cut.Values, value => value > 0)
            ? cut
            : throw new JobFailedException(
                "EMPTY_RESULT",
                "inputs.solvent",
                "focus and solvent mask do not overlap: nothing is left inside",
                "check that both belong to the same map, and the place of model or shape");
    }

    private static InputDescriptor Input(string name, string type, string slot, string help) =>
        new() { Name = name, Type = type, Slots = [slot], MinimumConnectionCount = 0, Help = help };
}
