using Plugin.Classify3D;
using Plugin.Classify3D.Schedules;
using Plugin.Classify3D.Stages;
using SingleParticle.Estimation;
using Testing.Jobs;

namespace Plugins.Tests.Classify3D.Planted;

/// <summary>A classification of planted particles just before its first iteration, for tests of single steps.</summary>
internal sealed class PlantedProblem : IDisposable
{
    private readonly EstimationData _data;

    /// <summary>Estimates the consensus and what goes with it.</summary>
    /// <param name="particles">Particles.</param>
    /// <param name="parameters">Name and value, in turn.</param>
    public PlantedProblem(PlantedParticles particles, params string[] parameters)
    {
        Context = PlantedRun.Job(particles.Item, parameters);
        var options = Context.Parameters.Bind<Classify3DOptions>();
        _data = ParticleStage.Prepare(Context, options, ParticleStage.Read(Context, options, [], default), default);
        Problem = ProblemStage.Create(Context, options, _data, new MaskSet(null, null), default);
    }

    /// <summary>The job.</summary>
    public TestJobContext Context { get; }

    /// <summary>What stays fixed.</summary>
    public ClassificationProblem Problem { get; }

    /// <summary>The state before the first iteration.</summary>
    public ClassificationState Start() => Plugin.Classify3D.Initialization.Start.Create(Problem, Context, default);

    /// <summary>Removes the job's files.</summary>
    public void Dispose()
    {
        Problem.Tables.Dispose();
        _data.Dispose();
        Context.Dispose();
    }
}
