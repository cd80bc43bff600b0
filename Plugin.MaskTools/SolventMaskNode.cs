using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
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
        Summary = "Masks the molecule in a map: grid, low-pass, threshold, pieces, holes, dilation, soft edge, in this order.",
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
        var grid = GridStep.Wanted(context.Inputs.Required("volume").Header, options.BoxPixels, options.PixelSizeAngstrom);
        return ValueTask.FromResult(MaskNodes.Plan(grid, [.. MapSteps.Check(options)]));
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
        using var stage = context.Progress.Begin("mask", 3);
        var input = VolumeInputs.Read("volume", context.Inputs.Required("volume"));

        var map = GridStep.Apply(input, options.BoxPixels, options.PixelSizeAngstrom, threadCount);
        var filtered = MapSteps.Filter(map, options, threadCount);
        var body = MapSteps.Cut(filtered, options, ThresholdRule.Automatic, "volume", context.Artifacts);
        stage.Advance();
        cancel.ThrowIfCancellationRequested();

        var mask = ShapeSteps.Run(body, map, options, threadCount, diagnostics);
        stage.Advance();
        cancel.ThrowIfCancellationRequested();
        return MaskNodes.Deliver(context, mask, filtered, diagnostics);
    }
}
