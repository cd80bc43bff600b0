using Host.Abstractions.Nodes;
using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Plugin.ScaleOpt.Outputs;
using Plugin.ScaleOpt.Reports;
using Plugin.ScaleOpt.Stages;
using SingleParticle.Estimation;
using SingleParticle.Geometry;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Optics;

namespace Plugin.ScaleOpt;

/// <summary>Optimal per-particle scale against a consensus map, poses fixed. docs/method/5-scale.md is its methods section.</summary>
public sealed class ScaleOptimiseNode : IJobNode
{
    /// <inheritdoc/>
    public NodeDescriptor Descriptor { get; } = ScaleOptimiseDescriptor.Create();

    /// <inheritdoc/>
    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult(new ScaleOptimisePlanner(context.Parameters.Bind<ScaleOptimiseOptions>(), context.Inputs).Create());
    }

    /// <inheritdoc/>
    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.Run(() => Run(context, cancel), cancel);
    }

    private static JobResult Run(IJobContext context, CancellationToken cancel)
    {
        var options = context.Parameters.Bind<ScaleOptimiseOptions>();
        var input = context.Inputs.Required("particles");
        var diagnostics = new List<Diagnostic>();
        var set = ContrastInputs.Read(context, options.ParticleContrast, diagnostics, cancel);
        var correction = options.CorrectAnisotropicMagnification ? MagnificationCorrection.Apply : MagnificationCorrection.Ignore;
        var symmetry = PointGroup.TryParse(options.Symmetry, out var group)
            ? group
            : throw new JobFailedException([ScaleOptimisePlanner.BadSymmetry(options)]);
        var estimation = new EstimationOptions { Seed = context.Seed, Symmetry = symmetry };
        using var data = PreparedInputs.Prepare(
            context, set, options.TargetResolutionAngstrom, options.HighpassResolutionAngstrom, correction, estimation, cancel);
        var groups = ScaleGroups.Of(options.Level, set);
        var finding = new ScaleStage(context, options, data, groups).Find(cancel);

        var scales = ScaleTable.From(data, finding, groups, options.NormaliseToMeanOne);
        diagnostics.AddRange(finding.Diagnostics.Concat(ScaleWarnings.Of(scales)));
        ScaleReport.Draw(context.Artifacts, set, scales);
        return new JobResult
        {
            Outputs = ScaleOutputs.Write(context.OutputFolder, input, set, scales, finding),
            Summary = ScaleReport.Summarise(scales),
            Diagnostics = diagnostics,
        };
    }
}
