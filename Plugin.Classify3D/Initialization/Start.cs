using Host.Abstractions.Running;
using Plugin.Classify3D.Schedules;

namespace Plugin.Classify3D.Initialization;

/// <summary>The maps that classification starts from, by <see cref="InitMode"/>.</summary>
internal static class Start
{
    /// <summary>Makes the state before the first iteration.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="context">The job: seed, threads, inputs.</param>
    /// <param name="cancel">Stops the work.</param>
    public static ClassificationState Create(ClassificationProblem problem, IJobContext context, CancellationToken cancel)
    {
        using var stage = context.Progress.Begin("starting maps");
        var threadCount = context.Resources.ThreadCount;
        return ClassificationState.Start(problem, problem.Options.InitMode switch
        {
            InitMode.Subspace => SubspaceStart.Create(problem, stage, context.Seed, cancel),
            InitMode.Simple => SimpleStart.Create(problem, context.Seed, threadCount, cancel),
            InitMode.Pca => PcaStart.Create(problem, context.Seed, threadCount, cancel),
            InitMode.Input => InputStart.Create(problem, context, cancel),
            InitMode.Classes => ClassesStart.Create(problem, cancel),
            var mode => throw new InvalidOperationException($"init_mode {mode} has no start"),
        });
    }
}
