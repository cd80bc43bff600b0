using Host.Abstractions.Running;
using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Maximization;
using Plugin.Classify3D.Regularization;
using SingleParticle.Compute;
using SingleParticle.Estimation;

namespace Plugin.Classify3D.Stages;

/// <summary>Everything that is settled before the first class map: consensus, scales, noise, masks.</summary>
internal static class ProblemStage
{
    /// <summary>Settles it for a job.</summary>
    /// <param name="context">The job.</param>
    /// <param name="options">Its options.</param>
    /// <param name="data">Its particles.</param>
    /// <param name="masks">Its masks.</param>
    /// <param name="cancel">Stops the work.</param>
    public static ClassificationProblem Create(
        IJobContext context, Classify3DOptions options, EstimationData data, MaskSet masks, CancellationToken cancel)
    {
        var device = new CpuDevice(context.Resources.ThreadCount);
        var consensus = ConsensusStage.Estimate(context, options, data, device, masks, cancel);
        return new ClassificationProblem(
            new EstimationEngine(data, device, consensus.Mask),
            new HalfMapSolver(data, context.Resources.ThreadCount),
            consensus,
            consensus.Scale.Scale,
            new MapComposition(consensus.Mask, masks.Focus, consensus.Map.Map),
            new HalfMapStore(context.ScratchFolder),
            new PosteriorTables(context.ScratchFolder),
            options,
            context.Resources.ThreadCount);
    }
}
