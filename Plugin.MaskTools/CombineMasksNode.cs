using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.MaskTools.Sources;
using Plugin.MaskTools.Steps;
using SingleParticle.Masks;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Volumes;

namespace Plugin.MaskTools;

/// <summary>Boolean operations on masks. Section 5 of docs/method/4-masks.md.</summary>
public sealed class CombineMasksNode : IJobNode
{
    private const string Input = "masks";
    private const float BodyLevel = 0.5f;

    /// <inheritdoc/>
    public NodeDescriptor Descriptor { get; } = new()
    {
        Id = "mask.combine",
        Title = "Combine masks",
        Summary = "Boolean operations on masks, soft edges included: and, or, not, minus, xor, matched complement.",
        Revision = 1,
        Inputs =
        [
            new()
            {
                Name = Input,
                Type = DataTypes.Mask,
                Slots = ["mask"],
                MaximumConnectionCount = 100,
                Help = "Masks on one grid, in order; one for 'not', two or more otherwise.",
            },
        ],
        Outputs = [MaskNodes.MaskOutput("The combined mask, on the grid of the first.")],
        Parameters = OptionsDescriber.Describe<CombineMasksOptions>(),
        References = ["Zadeh 1965, Information and Control 8:338, doi:10.1016/S0019-9958(65)90241-X"],
    };

    /// <inheritdoc/>
    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = context.Parameters.Bind<CombineMasksOptions>();
        var items = context.Inputs.All(Input);
        List<Diagnostic> diagnostics = [.. CheckCount(options.Operation, items.Count)];
        for (var i = 1; i < items.Count; i++)
            diagnostics.AddRange(GridChecks.SameGrid(NameOf(i), items[i], NameOf(0), items[0].Header));
        return ValueTask.FromResult(MaskNodes.Plan(items[0].Header, diagnostics));
    }

    /// <inheritdoc/>
    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.Run(() => Run(context, cancel), cancel);
    }

    private static JobResult Run(IJobContext context, CancellationToken cancel)
    {
        var options = context.Parameters.Bind<CombineMasksOptions>();
        var diagnostics = new List<Diagnostic>();
        using var stage = context.Progress.Begin("combining masks", 2);
        var masks = ReadAll(context, diagnostics);
        var combined = MaskAlgebra.Combine(options.Operation, masks);
        stage.Advance();
        cancel.ThrowIfCancellationRequested();
        if (!Array.Exists(combined.Values, value => value >= BodyLevel))
            throw new JobFailedException(
                "EMPTY_RESULT",
                "params.operation",
                FormattableString.Invariant($"no voxel of the combination reaches 0.5; the largest is {combined.Values.Max():0.###}"),
                "check that the masks overlap as meant, and their order");
        var mask = options.Edges == CombinedEdges.Keep
            ? combined
            : ShapeSteps.Run(
                MaskBody.AtLeast(combined.Values, BodyLevel), combined, options, context.Resources.ThreadCount, diagnostics);
        stage.Advance();
        return MaskNodes.Deliver(
            context, mask, null, diagnostics, [.. masks.Select((other, index) => ($"mask {index + 1}", MaskOverlap.Of(mask, other)))]);
    }

    private static List<Volume> ReadAll(IJobContext context, List<Diagnostic> diagnostics)
    {
        var masks = new List<Volume>();
        foreach (var item in context.Inputs.All(Input))
        {
            var mask = MaskInputs.Read(Input, item, diagnostics);
            masks.Add(mask);
            GridAgreement.Require(NameOf(masks.Count - 1), mask, NameOf(0), masks[0]);
            diagnostics.AddRange(GridAgreement.Origins(NameOf(masks.Count - 1), mask, NameOf(0), masks[0], DiagnosticSeverity.Note));
        }

        return masks;
    }

    private static IEnumerable<Diagnostic> CheckCount(MaskOperation operation, int count)
    {
        var takes = operation == MaskOperation.Not ? "exactly one" : "two or more";
        if (operation == MaskOperation.Not ? count != 1 : count < 2)
            yield return new Diagnostic(
                "MASK_COUNT",
                DiagnosticSeverity.Error,
                $"inputs.{Input}",
                FormattableString.Invariant($"{count} connected, but '{Words(operation)}' takes {takes}"),
                "connect a list of masks: [a.mask, b.mask]");
    }

    private static string Words(MaskOperation operation) =>
        operation == MaskOperation.MatchedComplement ? "matched_complement" : operation.ToString().ToLowerInvariant();

    private static string NameOf(int index) => FormattableString.Invariant($"{Input}[{index + 1}]");
}
