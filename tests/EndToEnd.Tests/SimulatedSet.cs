using Host.Runner.Commands;
using Testing;

namespace EndToEnd.Tests;

/// <summary>One small simulated set in both formats with everything known about it, and what the host makes of it undisturbed.</summary>
public sealed class SimulatedSet : IAsyncLifetime
{
    /// <summary>Name of the collection of tests that share it.</summary>
    public const string Collection = "simulated set";

    private const string Simulation = """
        workflow: v1
        name: simulation
        steps:
          phantom:
            node: phantom.simulate
            params:
              { populations: "0.6, 0.4", particles: 400, box_pixels: 32, pixel_size: 6 Å, snr: 0.6, noise: coloured, scale: lognormal,
                stack_precision: float, optics_groups: 2, seed: 5,
                beam_tilt_milliradians: 0.3, anisotropic_magnification_percent: 1 }
          mask:
            node: mask.solvent
            inputs: { volume: phantom.consensus }
            params: { dilate: 12 Å, soft_edge: 18 Å }
        outputs:
          particles: { from: phantom.particles, as: cryosparc, path: "data/cs" }
          relion: { from: phantom.particles_relion, as: relion, path: "data/particles.star" }
          truth: { from: phantom.truth, as: csv, path: "data/truth.csv" }
          map: { from: phantom.consensus, as: mrc, path: "data/maps" }
          mask: { from: mask.mask, as: mrc, path: "data/masks" }
        """;

    private readonly TemporaryFolder _folder = new();

    /// <summary>Folder with cs/particles.cs and .csg, particles.star, truth.csv, maps/consensus.mrc and masks/mask.mrc.</summary>
    public string Data => _folder.File("data");

    /// <summary>The folder of an undisturbed run of <see cref="Classification"/> with two threads: runs and exports.</summary>
    public string Undisturbed => _folder.File("undisturbed");

    /// <summary>
    /// A folder of a test's own beside <see cref="Undisturbed"/>, where files name the images by the same relative paths.
    /// </summary>
    /// <param name="name">Name of the folder.</param>
    public string Folder(string name) => Directory.CreateDirectory(_folder.File(name)).FullName;

    /// <summary>Simulates, and classifies once.</summary>
    public async Task InitializeAsync()
    {
        var simulated = await HostProcess.RunAsync(_folder.FullPath, "run", _folder.Write("simulation.yaml", Simulation));
        simulated.ExitCode.Should().Be(0, simulated.Output);
        (await RunAsync(Classification, Undisturbed, "--threads", "2")).ShouldEnd(ExitCode.Ok);
    }

    /// <summary>Removes everything.</summary>
    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A workflow over the STAR file: scales, classes, the better particles, everything delivered in every form.</summary>
    public string Classification => Workflow($"set: {{ relion: {{ star: {Path.Combine(Data, "particles.star")} }} }}");

    /// <summary>The same workflow over another source of particles.</summary>
    /// <param name="source">YAML of the source named `set`, in one line.</param>
    public string Workflow(string source) => $$$"""
        workflow: v1
        name: classification
        params:
          exports: { type: text }
        sources:
          {{{source}}}
          map: { file: { path: {{{Path.Combine(Data, "maps/consensus.mrc")}}}, type: volume } }
          region: { file: { path: {{{Path.Combine(Data, "masks/mask.mrc")}}}, type: mask } }
        steps:
          scale:
            node: scale.optimise
            inputs: { particles: set.particles, volume: map.volume, mask: region.mask }
            params: { target_resolution: 15 Å }
          mask:
            node: mask.solvent
            inputs: { volume: map.volume }
            params: { dilate: 15 Å, soft_edge: 18 Å }
          online:
            node: classify3d
            inputs: { particles: scale.particles, solvent_mask: mask.mask }
            params: { classes: 2, target_resolution: 15 Å, init_mode: simple, online_epochs: 3, online_batch_per_class: 50, seed: 7 }
          classify:
            node: classify3d
            inputs: { particles: scale.particles, solvent_mask: region.mask }
            params: { classes: 2, target_resolution: 15 Å, per_particle_scale: input, seed: 7 }
          select:
            node: select.classes
            inputs: { particles: classify.particles }
            params: { where: posterior >= 0.9 }
        outputs:
          all_cs: { from: classify.particles, as: cryosparc, path: "${{ params.exports }}/cs" }
          all_star: { from: classify.particles, as: relion, path: "${{ params.exports }}/all.star" }
          good: { from: select.particles, as: relion, path: "${{ params.exports }}/good.star" }
          maps: { from: classify.volumes, as: mrc, path: "${{ params.exports }}/maps" }
        """;

    /// <summary>Runs a workflow text in a folder of its own.</summary>
    /// <param name="text">The workflow; its exports go into the folder.</param>
    /// <param name="folder">Absolute folder; runs and exports go there.</param>
    /// <param name="options">More of the command line.</param>
    internal static Task<LocalHost> RunAsync(string text, string folder, params string[] options)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "workflow.yaml");
        File.WriteAllText(file, text);
        string[] all = [.. options, "--set", $"params.exports={Path.Combine(folder, "exports")}"];
        return LocalHost.RunAsync(file, Path.Combine(folder, "runs"), all);
    }
}
