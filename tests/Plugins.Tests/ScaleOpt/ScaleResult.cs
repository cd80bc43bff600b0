using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.ScaleOpt;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;
using Testing.Jobs;

namespace Plugins.Tests.ScaleOpt;

/// <summary>What a scale job delivered, read back from its files.</summary>
internal sealed class ScaleResult
{
    private ScaleResult(JobResult job)
    {
        Job = job;
        Particles = Read(job.Outputs["particles"][0]);
        Columns = NumberColumns.Of(job.Outputs["particles"][0].PathOf("blob"));
        Scale = Columns.GetValueOrDefault("alignments3D/alpha") ?? Columns["spScale"];
        StandardError = Columns.GetValueOrDefault("alignments3D/alpha_error") ?? Columns["spScaleStandardError"];
    }

    public JobResult Job { get; }

    /// <summary>The accepted particles.</summary>
    public ParticleSet Particles { get; }

    /// <summary>Columns of numbers of their file.</summary>
    public IReadOnlyDictionary<string, double[]> Columns { get; }

    /// <summary>Their scales.</summary>
    public double[] Scale { get; }

    /// <summary>Their standard errors.</summary>
    public double[] StandardError { get; }

    public static ScaleResult Run(TestJobContext context) =>
        new(new ScaleOptimiseNode().RunAsync(context, CancellationToken.None).GetAwaiter().GetResult());

    /// <summary>Reads particles that a job has written.</summary>
    public static ParticleSet Read(DataItem item)
    {
        var reading = ParticleSetReader.Read(ParticleInputs.SourceOf(item));
        reading.Problems.Should().BeEmpty();
        return reading.Set!;
    }

    /// <summary>Values given per image, in the order of the delivered particles.</summary>
    public T[] OfDelivered<T>(IReadOnlyList<T> byImage) =>
        Array.ConvertAll(Particles.Particles, particle => byImage[particle.ImageIndex]);
}
