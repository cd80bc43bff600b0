using Host.Abstractions.Nodes;
using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Plugin.Classify3D.FullResolution;
using Plugin.Classify3D.Initialization;
using Plugin.Classify3D.Outputs;
using Plugin.Classify3D.Reports;
using Plugin.Classify3D.Schedules;
using Plugin.Classify3D.Stages;
using SingleParticle.Nodes.Inputs;

namespace Plugin.Classify3D;

/// <summary>3D classification without alignment. docs/method/3-classification.md is its methods section.</summary>
public sealed class Classify3DNode : IJobNode
{
    /// <inheritdoc/>
    public NodeDescriptor Descriptor { get; } = Classify3DDescriptor.Create();

    /// <inheritdoc/>
    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult(new Classify3DPlanner(context.Parameters.Bind<Classify3DOptions>(), context.Inputs).Create());
    }

    /// <inheritdoc/>
    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.Run(() => Run(context, cancel), cancel);
    }

    private static JobResult Run(IJobContext context, CancellationToken cancel)
    {
        var options = context.Parameters.Bind<Classify3DOptions>();
        var input = context.Inputs.Required("particles");
        var diagnostics = new List<Diagnostic>();
        var set = ParticleStage.Read(context, options, diagnostics, cancel);
        using var data = ParticleStage.Prepare(context, options, set, cancel);
        var masks = MaskStage.Read(context, data, diagnostics);
        var problem = ProblemStage.Create(context, options, data, masks, cancel);
        using var tables = problem.Tables;
        ContrastInputs.Check(problem.Consensus.Map.Map, diagnostics);
        using var state = Resume(context.Checkpoints, problem) ?? Start.Create(problem, context, cancel);
        var iterationMaps = new IterationMaps(problem, context.ScratchFolder);
        var reason = new Schedule(problem, context, iterationMaps.Keep).Run(state, cancel);

        var result = new Classification(problem, state, reason);
        iterationMaps.Deliver(context.OutputFolder, result.Order, result.Records.Count);
        var view = new ClassificationView(problem, result, EvidenceStage.Gather(context, problem, state, result, cancel));
        var outputs = ClassificationOutputs.Write(context.OutputFolder, input, set, result, problem);
        diagnostics.AddRange(ClassificationNotes.Of(view));
        var whole = FullResolutionMaps.Write(context, set, problem, result, state.Noise, outputs, cancel);
        outputs["report"] = [ClassificationReport.Write(context, view, diagnostics, whole)];
        return new JobResult { Outputs = outputs, Summary = ClassificationSummary.Of(view), Diagnostics = diagnostics };
    }

    private static ClassificationState? Resume(ICheckpointStore checkpoints, ClassificationProblem problem)
    {
        using var stream = checkpoints.OpenRead(StateCheckpoint.Name);
        return stream is null ? null : StateCheckpoint.Read(stream, problem);
    }
}
