using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using SingleParticle.Formats.Mrc;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;
using SingleParticle.Volumes;

namespace Plugins.Tests.ScaleOpt;

/// <summary>What a scale job delivered, read back from its files.</summary>
internal sealed class ScaleResult
{
    public ScaleResult(JobResult job)
    {
        Job = job;
        Particles = Read(job.Outputs["particles"][0]);
        Rejected = job.Outputs["rejected"] is [var rejected] ? Read(rejected) : null;
        Mask = MrcVolumeReader.Read(job.Outputs["mask"][0].PathOf("mask"));
        Consensus = job.Outputs["consensus"] is [var consensus] ? MrcVolumeReader.Read(consensus.PathOf("map")) : null;
        Columns = NumberColumns.Of(job.Outputs["particles"][0].PathOf("blob"));
        Scale = Columns.GetValueOrDefault("alignments3D/alpha") ?? Columns["spScale"];
        StandardError = Columns.GetValueOrDefault("alignments3D/alpha_error") ?? Columns["spScaleStandardError"];
    }

    public JobResult Job { get; }

    /// <summary>The accepted particles.</summary>
    public ParticleSet Particles { get; }

    /// <summary>The rejected particles; null when there are none.</summary>
    public ParticleSet? Rejected { get; }

    /// <summary>Solvent mask.</summary>
    public Volume Mask { get; }

    /// <summary>The consensus made; null when a map was given.</summary>
    public Volume? Consensus { get; }

    /// <summary>Columns of numbers of the accepted particles' file.</summary>
    public IReadOnlyDictionary<string, double[]> Columns { get; }

    /// <summary>Their scales.</summary>
    public double[] Scale { get; }

    /// <summary>Their standard errors.</summary>
    public double[] StandardError { get; }

    /// <summary>A diagnostic of the run, or null.</summary>
    public Diagnostic? Find(string code) => Job.Diagnostics.SingleOrDefault(diagnostic => diagnostic.Code == code);

    /// <summary>Values given per image, in the order of the delivered particles.</summary>
    public T[] OfDelivered<T>(IReadOnlyList<T> byImage) =>
        Array.ConvertAll(Particles.Particles, particle => byImage[particle.ImageIndex]);

    /// <summary>Agreement with the true scales.</summary>
    public Agreement With(IReadOnlyList<double> truthByImage) => Agreement.Between(Scale, OfDelivered(truthByImage));

    /// <summary>Mean square of (estimate - truth) / standard error.</summary>
    public double ZVariance(IReadOnlyList<double> truthByImage) =>
        Agreement.ZVariance(Scale, OfDelivered(truthByImage), StandardError);

    private static ParticleSet Read(DataItem item)
    {
        var reading = ParticleSetReader.Read(ParticleInputs.SourceOf(item));
        reading.Problems.Should().BeEmpty();
        return reading.Set!;
    }
}
