using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.MaskTools.Reports;
using Plugin.MaskTools.Sources;
using SingleParticle.Formats.Mrc;
using SingleParticle.Masks;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Volumes;

namespace Plugin.MaskTools;

/// <summary>Looks a mask over before particles are spent on it. Section 6 of docs/method/4-masks.md.</summary>
public sealed class CheckMaskNode : IJobNode
{
    /// <inheritdoc/>
    public NodeDescriptor Descriptor { get; } = new()
    {
        Id = "mask.check",
        Title = "Check a mask",
        Summary = "Measures a mask and says what is wrong with it: values, edge, islands, faces of the box, and agreement with a map and "
            + "with another mask.",
        Revision = 1,
        Inputs =
        [
            Input("mask", DataTypes.Mask, "mask", 1, "The mask to check."),
            Input("volume", DataTypes.Volume, "map", 0, "Map that the mask is for: box, pixel size, origin and coverage are compared."),
            Input("within", DataTypes.Mask, "mask", 0, "Mask that should contain this one: the solvent mask for a focus mask."),
        ],
        Outputs =
        [
            MaskNodes.MaskOutput("The mask that was checked, cut to [0, 1]."),
            new() { Name = "measures", Type = DataTypes.Table, Slots = ["table"], Help = "What was measured: quantity and value." },
        ],
        Parameters = OptionsDescriber.Describe<CheckMaskOptions>(),
    };

    /// <inheritdoc/>
    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Parameters.Bind<CheckMaskOptions>();
        var mask = context.Inputs.Required("mask");
        Diagnostic[] diagnostics =
        [
            .. GridChecks.SameGrid("mask", mask, "volume", context.Inputs.Optional("volume")?.Header ?? new DataHeader()),
            .. GridChecks.SameGrid("mask", mask, "within", context.Inputs.Optional("within")?.Header ?? new DataHeader()),
        ];
        var plan = MaskNodes.Plan(mask.Header, diagnostics);
        DataItem[] table = [new DataItem { Type = DataTypes.Table, Slots = [new DataSlot("table", "")] }];
        return ValueTask.FromResult(
            plan with { Outputs = new Dictionary<string, IReadOnlyList<DataItem>>(plan.Outputs) { ["measures"] = table } });
    }

    /// <inheritdoc/>
    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.Run(() => Run(context, cancel), cancel);
    }

    private static JobResult Run(IJobContext context, CancellationToken cancel)
    {
        var options = context.Parameters.Bind<CheckMaskOptions>();
        var found = new List<Diagnostic>();
        var mask = MaskInputs.Read("mask", context.Inputs.Required("mask"), found);
        var map = context.Inputs.Optional("volume") is { } volume ? VolumeInputs.Read("volume", volume) : null;
        var within = context.Inputs.Optional("within") is { } other ? MaskInputs.Read("within", other, found) : null;
        RequireGrids(mask, map, within);
        cancel.ThrowIfCancellationRequested();

        var measures = MaskMeasures.Of(mask, context.Resources.ThreadCount);
        found.AddRange(MaskJudgement.Of(mask, measures, map, within, options));
        var warnings = found.FindAll(one => one.Severity == DiagnosticSeverity.Warning);
        if (options.OnProblem == ProblemResponse.Fail && warnings.Count > 0)
            throw new JobFailedException([.. warnings.Select(one => one with { Severity = DiagnosticSeverity.Error })]);

        MaskPictures.Draw(context.Artifacts, map, mask, measures);
        var table = MaskTable.Of(mask, measures, within is null ? [] : [("within", MaskOverlap.Of(mask, within))]);
        var (maskPath, tablePath) = (Path.Combine(context.OutputFolder, "mask.mrc"), Path.Combine(context.OutputFolder, "measures.csv"));
        MrcVolumeWriter.Write(maskPath, mask);
        File.WriteAllText(tablePath, MaskTable.ToCsv(table));
        return new JobResult
        {
            Outputs = new Dictionary<string, IReadOnlyList<DataItem>>
            {
                [MaskNodes.Output] = [VolumeInputs.WrittenMask(maskPath, mask)],
                ["measures"] = [new DataItem { Type = DataTypes.Table, Slots = [new DataSlot("table", tablePath)] }],
            },
            Summary = [table],
            Diagnostics = found,
        };
    }

    private static void RequireGrids(Volume mask, Volume? map, Volume? within)
    {
        Diagnostic[] problems =
        [
            .. map is null ? [] : GridAgreement.Problems("mask", mask, "volume", map),
            .. within is null ? [] : GridAgreement.Problems("mask", mask, "within", within),
        ];
        if (problems.Length > 0)
            throw new JobFailedException(problems);
    }

    private static InputDescriptor Input(string name, string type, string slot, int minimum, string help) =>
        new() { Name = name, Type = type, Slots = [slot], MinimumConnectionCount = minimum, Help = help };
}
