using System.Globalization;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Phantom.Molecules;
using Plugin.Phantom.Particles;
using SingleParticle.Formats.Mrc;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Optics;
using SingleParticle.Volumes;

namespace Plugin.Phantom.Outputs;

/// <summary>What a simulation promises and delivers.</summary>
internal static class SimulateOutputs
{
    /// <summary>An output of particles.</summary>
    /// <param name="name">Name.</param>
    /// <param name="help">What it is.</param>
    public static OutputDescriptor Particles(string name, string help) =>
        new() { Name = name, Type = DataTypes.Particles, Slots = ParticleFiles.Slots, Help = help };

    /// <summary>What a plan promises.</summary>
    /// <param name="options">Parameters.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<DataItem>> Promise(SimulateOptions options)
    {
        var header = new DataHeader { BoxPixels = options.BoxPixels, PixelSizeAngstrom = options.PixelSizeAngstrom };
        var map = new DataItem { Type = DataTypes.Volume, Slots = [new DataSlot("map", "")], Header = header };
        var mask = new DataItem { Type = DataTypes.Mask, Slots = [new DataSlot("mask", "")], Header = header };
        var stateCount = SimulateChecks.Shares(options, out _).Length;
        return new Dictionary<string, IReadOnlyList<DataItem>>
        {
            ["particles"] = [ParticleFiles.Item(options, "")],
            ["particles_relion"] = [ParticleFiles.Item(options, "")],
            ["truth"] = [Table("", options.Particles)],
            ["volumes"] = [.. Enumerable.Range(0, stateCount).Select(k => map with { Label = TrueMaps.LabelOf(k) })],
            ["consensus"] = [map],
            ["solvent"] = [mask],
            ["focus"] = VariesInLabels(options, stateCount) ? [mask] : [],
        };
    }

    /// <summary>What a run needs.</summary>
    /// <param name="options">Parameters.</param>
    public static ResourceRequest Request(SimulateOptions options)
    {
        var (count, pixels) = ((double)options.Particles, Math.Pow(options.BoxPixels, 2));
        var fieldPixels = pixels * (options.FieldEdges == FieldEdges.Open ? 4 : 1);
        var sampleBytes = options.StackPrecision == StackPrecision.HalfFloat ? 2 : 4;
        var mapBytes = 4 * pixels * options.BoxPixels;
        return new ResourceRequest(
            (long)(200e6 + (500 * count) + (12 * mapBytes) + (fieldPixels * 40 * (options.OpticsGroups + 4))),
            0,
            (long)((count * ((pixels * sampleBytes) + 1000)) + (10 * mapBytes)),
            count * ((options.Atoms * 2e-7) + (fieldPixels * 6e-8)));
    }

    /// <summary>Writes everything but the stack.</summary>
    /// <param name="context">The job.</param>
    /// <param name="options">Parameters.</param>
    /// <param name="molecule">The molecule in its states.</param>
    /// <param name="maps">The true maps.</param>
    /// <param name="particles">The particles.</param>
    /// <param name="toldOptics">Optics as the particle files tell them.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<DataItem>> Write(
        IJobContext context,
        SimulateOptions options,
        Molecule molecule,
        TrueMaps maps,
        SimulatedParticle[] particles,
        OpticsGroup[] toldOptics)
    {
        var (folder, threads) = (context.OutputFolder, context.Resources.ThreadCount);
        var (cs, star) = ParticleFiles.Write(folder, particles, toldOptics);
        var truth = Path.Combine(folder, "truth.csv");
        TruthTable.Write(truth, particles);
        var varying = molecule.States.SelectMany(state => state.VaryingAtoms).ToArray();
        var solvent = TrueMasks.Around(options, molecule.States.SelectMany(state => state.Atoms), threads);
        return new Dictionary<string, IReadOnlyList<DataItem>>
        {
            ["particles"] = [ParticleFiles.Item(options, cs)],
            ["particles_relion"] = [ParticleFiles.Item(options, star)],
            ["truth"] = [Table(truth, particles.Length)],
            ["volumes"] = [.. maps.States.Select((map, k) => WriteMap(folder, Numbered(k), map, TrueMaps.LabelOf(k)))],
            ["consensus"] = [WriteMap(folder, "true_consensus", maps.Consensus, "")],
            ["solvent"] = [WriteMask(folder, "true_solvent", solvent)],
            ["focus"] = VariesInLabels(options, molecule.States.Count)
                ? [WriteMask(folder, "true_focus", TrueMasks.Around(options, varying, threads))]
                : [],
        };
    }

    private static bool VariesInLabels(SimulateOptions options, int stateCount) =>
        Scenarios.Design(options.Scenario, options.RotationDegrees).States.Take(stateCount).DistinctBy(state => state.Label).Count() > 1;

    private static string Numbered(int state) => string.Create(CultureInfo.InvariantCulture, $"true_state_{state + 1:00}");

    private static DataItem Table(string path, int rowCount) => new()
    {
        Type = DataTypes.Table,
        Slots = [new DataSlot("table", path)],
        Header = new DataHeader { Count = rowCount },
    };

    private static DataItem WriteMap(string folder, string name, Volume map, string label)
    {
        var path = Path.Combine(folder, name + ".mrc");
        MrcVolumeWriter.Write(path, map);
        return VolumeInputs.WrittenMap(path, map, label);
    }

    private static DataItem WriteMask(string folder, string name, Volume mask)
    {
        var path = Path.Combine(folder, name + ".mrc");
        MrcVolumeWriter.Write(path, mask);
        return VolumeInputs.WrittenMask(path, mask);
    }
}
