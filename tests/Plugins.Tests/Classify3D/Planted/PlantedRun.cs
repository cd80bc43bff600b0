using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D;
using SingleParticle.Formats.Mrc;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;
using SingleParticle.Statistics;
using SingleParticle.Volumes;
using Testing.Jobs;

namespace Plugins.Tests.Classify3D.Planted;

/// <summary>A classification of planted particles through the node, and what is read off its outputs.</summary>
internal static class PlantedRun
{
    /// <summary>A job with parameters that suit the planted maps.</summary>
    /// <param name="particles">Particles.</param>
    /// <param name="parameters">Name and value, in turn; `classes` is 2 unless given.</param>
    public static TestJobContext Job(DataItem particles, params string[] parameters) =>
        Job(particles, new GrantedResources(2, 1L << 30), null, parameters);

    /// <summary>The same on some number of threads, perhaps going on from checkpoints.</summary>
    /// <param name="particles">Particles.</param>
    /// <param name="resources">Threads and memory.</param>
    /// <param name="checkpoints">What an earlier job has left; null for nothing.</param>
    /// <param name="parameters">Name and value, in turn.</param>
    public static TestJobContext Job(
        DataItem particles, GrantedResources resources, MemoryCheckpoints? checkpoints, params string[] parameters)
    {
        var context = new TestJobContext { Seed = 1, Resources = resources, Checkpoints = checkpoints ?? new() }
            .Connect("particles", particles);
        context.Set("classes", "2").Set("target_resolution_angstrom", "9").Set("mask_threshold", "0.1").Set("max_full_iterations", "8");
        context.Set("init_mode", "simple");
        for (var i = 0; i < parameters.Length; i += 2)
            context.Set(parameters[i], parameters[i + 1]);
        return context;
    }

    /// <summary>Runs the node.</summary>
    /// <param name="context">The job.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task<JobResult> Run(TestJobContext context, CancellationToken cancel = default) =>
        new Classify3DNode().RunAsync(context, cancel);

    /// <summary>Classes and posteriors that a job delivered, in the order of the file.</summary>
    /// <param name="context">The job.</param>
    /// <param name="result">Its result.</param>
    public static ParticleClasses ClassesOf(TestJobContext context, JobResult result) =>
        ParticleInputs.Read("particles", result.Outputs["particles"][0], context.Logger).Table.ReadClasses()
            ?? throw new InvalidOperationException("the particles carry no classes");

    /// <summary>Agreement of a job's classes with the planted states.</summary>
    /// <param name="context">The job.</param>
    /// <param name="result">Its result.</param>
    /// <param name="states">Planted states.</param>
    public static double RandIndex(TestJobContext context, JobResult result, int[] states) =>
        AdjustedRandIndex.Of(ClassesOf(context, result).ClassIndex, states);

    /// <summary>A map that a job delivered.</summary>
    /// <param name="result">Its result.</param>
    /// <param name="output">Name of the output.</param>
    /// <param name="index">Which of its items.</param>
    public static Volume Map(JobResult result, string output, int index) =>
        MrcVolumeReader.Read(result.Outputs[output][index].PathOf("map"));

    /// <summary>All values of a series that a job told of.</summary>
    /// <param name="context">The job.</param>
    /// <param name="series">Name of the series.</param>
    public static double[] Series(TestJobContext context, string series) =>
        [.. context.Progress.Metrics.Where(metric => metric.Series == series).Select(metric => metric.Value)];
}
