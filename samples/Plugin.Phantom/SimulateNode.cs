using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Phantom.Imaging;
using Plugin.Phantom.Molecules;
using Plugin.Phantom.Outputs;
using Plugin.Phantom.Particles;
using Plugin.Phantom.Reports;
using SingleParticle.Formats.Mrc;
using SingleParticle.Statistics;

namespace Plugin.Phantom;

/// <summary>Simulates particles whose states, poses, shifts, CTF and scales are known.</summary>
public sealed class SimulateNode : IJobNode
{
    private const int MostSignalSamples = 2000;
    private const int BlockBytes = 1 << 25;
    private const ulong MoleculeStream = 1;
    private const ulong ParticleStream = 2;
    private const ulong NoiseStream = 3;

    /// <inheritdoc/>
    public NodeDescriptor Descriptor { get; } = new()
    {
        Id = "phantom.simulate",
        Title = "Simulate particles",
        Summary = "Makes a particle set of a molecule in several states, with everything about it known: an image stack with particle "
            + "files, a table of the truth, the true maps and masks.",
        Revision = 1,
        UsesSeed = true,
        Outputs =
        [
            SimulateOutputs.Particles("particles", "The particles as CryoSPARC would export them (.cs)."),
            SimulateOutputs.Particles("particles_relion", "The same particles as RELION would write them (.star)."),
            new()
            {
                Name = "truth",
                Type = DataTypes.Table,
                Slots = ["table"],
                Help = "State, label, scale, pose and shift of every particle.",
            },
            new()
            {
                Name = "volumes",
                Type = DataTypes.Volume,
                Slots = ["map"],
                Repeat = OutputRepeat.PerClass,
                Help = "True map of every state, in the unit of the images.",
            },
            new() { Name = "consensus", Type = DataTypes.Volume, Slots = ["map"], Help = "Mean of the true maps by population." },
            new() { Name = "solvent", Type = DataTypes.Mask, Slots = ["mask"], Help = "True mask around all states." },
            new()
            {
                Name = "focus",
                Type = DataTypes.Mask,
                Slots = ["mask"],
                Repeat = OutputRepeat.Optional,
                Help = "True mask around what the labels differ in; none where they do not.",
            },
        ],
        Parameters = OptionsDescriber.Describe<SimulateOptions>(),
        References = ["Rohou, Grigorieff 2015, Journal of Structural Biology 192:216, doi:10.1016/j.jsb.2015.08.008"],
    };

    /// <inheritdoc/>
    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = context.Parameters.Bind<SimulateOptions>();
        return ValueTask.FromResult(new JobPlan
        {
            Outputs = SimulateOutputs.Promise(options),
            Diagnostics = SimulateChecks.Problems(options),
            Resources = SimulateOutputs.Request(options),
        });
    }

    /// <inheritdoc/>
    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.Run(() => Run(context, cancel), cancel);
    }

    private static JobResult Run(IJobContext context, CancellationToken cancel)
    {
        var options = context.Parameters.Bind<SimulateOptions>();
        if (SimulateChecks.Problems(options) is { Count: > 0 } problems)
            throw new JobFailedException(problems);
        var random = new RandomStream(context.Seed);
        var shares = SimulateChecks.Shares(options, out _);
        var molecule = BuildMolecule(options, shares.Length, random.Split(MoleculeStream));
        var particles = ParticleDraw.All(options, shares, molecule.States, random.Split(ParticleStream));
        var optics = OpticsDraw.True(options);

        var simulation = new Simulation(options, molecule, particles, optics, random.Split(NoiseStream));
        var amplitude = Math.Sqrt(options.Snr / SignalVarianceOf(context, simulation, particles.Length, cancel));
        WriteStack(context, simulation, options, amplitude, cancel);
        var maps = TrueMaps.Draw(options, molecule.States, shares, amplitude, context.Resources.ThreadCount, cancel);
        var outputs = SimulateOutputs.Write(context, options, molecule, maps, particles, OpticsDraw.Told(options, optics));

        SimulationReport.Draw(context.Artifacts, particles);
        return new JobResult { Outputs = outputs, Summary = [SimulationReport.Summarise(particles, molecule.States)] };
    }

    private static Molecule BuildMolecule(SimulateOptions options, int stateCount, RandomStream random)
    {
        var design = Scenarios.Design(options.Scenario, options.RotationDegrees);
        var molecule = Molecule.Build(design, options.Atoms, SimulateChecks.DiameterAngstrom(options) / 2, random);
        return molecule with { States = [.. molecule.States.Take(stateCount)] };
    }

    private static double SignalVarianceOf(IJobContext context, Simulation simulation, int particleCount, CancellationToken cancel)
    {
        using var stage = context.Progress.Begin("measuring the signal");
        var count = Math.Min(particleCount, MostSignalSamples);
        int[] rows = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * particleCount / count))];
        return simulation.MeanSignalVariance(rows, context.Resources.ThreadCount, cancel);
    }

    private static void WriteStack(
        IJobContext context, Simulation simulation, SimulateOptions options, double amplitude, CancellationToken cancel)
    {
        using var stage = context.Progress.Begin("making images", options.Particles);
        var mode = options.StackPrecision == StackPrecision.HalfFloat ? MrcMode.Float16 : MrcMode.Float32;
        var path = Path.Combine(context.OutputFolder, ParticleFiles.StackName);
        using var writer = MrcStackWriter.Create(path, options.BoxPixels, options.PixelSizeAngstrom, mode);
        var length = simulation.ImageLength;
        var block = Math.Clamp(BlockBytes / (length * sizeof(float)), 1, options.Particles);
        var images = new float[block * length];
        for (var first = 0; first < options.Particles; first += block)
        {
            var count = Math.Min(block, options.Particles - first);
            simulation.Fill(first, count, amplitude, context.Resources.ThreadCount, images, cancel);
            for (var i = 0; i < count; i++)
                writer.Append(images.AsSpan(i * length, length));
            stage.Advance(count);
        }

        writer.Complete();
    }
}
