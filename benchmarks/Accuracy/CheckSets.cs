using System.Globalization;
using Plugin.Phantom;
using Plugin.Phantom.Comparison;
using Testing;
using Testing.Jobs;

namespace Benchmarks.Accuracy;

/// <summary>The sets of the accuracy table.</summary>
internal static class CheckSets
{
    /// <summary>Edge of the box of every set that is made anew.</summary>
    public const double EdgeAngstrom = 256;

    /// <summary>All sets: those beside the repository, then those that Plugin.Phantom makes anew for every seed.</summary>
    public static IReadOnlyList<CheckSet> All { get; } =
    [
        new("smoke", 2, Shared("smoke", null)) { IsFixed = true },
        new("gpcr64", 2, Shared("gpcr64", null)) { IsFixed = true },
        new("gpcr64-focus", 2, Shared("gpcr64", "focus_AHD.mrc")) { IsFixed = true },
        new("complex64", 5, Shared("complex64", null)) { IsFixed = true },
        new("complex64-10", 10, Shared("complex64", null)) { IsFixed = true },
        new("compositional", 4, Phantom("compositional", 4000, 64, "0.05", "lognormal", Label)),
        new("compositional-10", 10, Phantom("compositional", 4000, 64, "0.05", "lognormal", Label)),
        new("conformational", 4, Phantom("conformational", 4000, 64, "0.1", "bimodal", Label)),
        new("mixed", 5, Mixed(4000, 64, "0.1")),
        new("factor", 3, Phantom("ribosome_factor", 4000, 64, "0.2", "lognormal", Label)),
        new("micelle", 4, Phantom("micelle", 4000, 64, "0.1", "lognormal", row => row.State)),
        new("homogeneous", 4, Phantom("homogeneous", 4000, 64, "0.1", "bimodal", Label)),
        new("mixed-128", 5, Mixed(2000, 128, "0.02")),
    ];

    /// <summary>Five states that differ in composition and conformation, scale bimodal.</summary>
    /// <param name="particleCount">Number of particles.</param>
    /// <param name="boxPixels">Box in pixels; its edge is always 256 Å.</param>
    /// <param name="snr">Signal-to-noise ratio.</param>
    public static Func<ulong, string, Task<CheckParticles>> Mixed(int particleCount, int boxPixels, string snr) =>
        Phantom("mixed", particleCount, boxPixels, snr, "bimodal", Label);

    private static Func<ulong, string, Task<CheckParticles>> Shared(string name, string? focusMask) => (_, _) =>
    {
        var folder = SharedData.Require("data/" + name);
        var focus = focusMask is null ? null : Path.Combine(folder, focusMask);
        var labels = Labels(Path.Combine(folder, "truth.csv"), Label);
        return Task.FromResult(new CheckParticles(Path.Combine(folder, "particles.cs"), labels, focus));
    };

    /// <remarks>Coloured noise, box of 256 Å, particles of half that; a new molecule for every seed.</remarks>
    private static Func<ulong, string, Task<CheckParticles>> Phantom(
        string scenario, int particleCount, int boxPixels, string snr, string scale, Func<TruthRow, int> truth) => async (seed, folder) =>
    {
        using var context = new TestJobContext { Seed = seed };
        context.Set("scenario", scenario).Set("particles", Text(particleCount)).Set("box_pixels", Text(boxPixels))
            .Set("pixel_size_angstrom", Text(EdgeAngstrom / boxPixels) + " Å").Set("snr", snr).Set("noise", "coloured").Set("scale", scale);
        var result = await new SimulateNode().RunAsync(context, default).ConfigureAwait(false);
        // The job's own folder goes with its context.
        var kept = Path.Combine(folder, scenario);
        Directory.Move(context.OutputFolder, kept);
        string PathOf(string output) => Path.Combine(
            kept, Path.GetRelativePath(context.OutputFolder, result.Outputs[output][0].Slots[0].Path));
        return new CheckParticles(PathOf("particles"), Labels(PathOf("truth"), truth), null);
    };

    private static int Label(TruthRow row) => row.Label;

    private static Dictionary<ulong, int> Labels(string file, Func<TruthRow, int> of) =>
        TruthReader.Read(file).ToDictionary(row => row.Key, row => of(row.Value));

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
