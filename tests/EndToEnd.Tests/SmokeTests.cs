using System.Globalization;
using Host.Runner.Commands;
using SingleParticle.Statistics;
using Testing;

namespace EndToEnd.Tests;

/// <summary>The three plug-ins on ribosome particles that another simulator made: 70S, or 50S alone.</summary>
/// <param name="folder">Runs of all seeds and formats; what they have in common is done once.</param>
public sealed class SmokeTests(TemporaryFolder folder) : IClassFixture<TemporaryFolder>
{
    private const string Data = "data/smoke";

    [SharedDataTheory(Data)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task The_states_are_found_in_both_formats_and_the_classes_are_the_same(int seed)
    {
        var cs = await ClassesAsync("cs", "cryosparc: { particles", seed);
        AdjustedRandIndex.Of(Truth(), cs).Should().BeGreaterThanOrEqualTo(0.98);
        // RELION's file does not say that these particles are dark, as recorded ones are.
        var star = await ClassesAsync("star", "relion: { star", seed);
        star.Should().Equal(cs);
    }

    private async Task<int[]> ClassesAsync(string extension, string source, int seed)
    {
        var file = folder.Write($"smoke-{extension}.yaml", $$$"""
            workflow: v1
            name: smoke-{{{extension}}}
            params:
              seed: { type: integer }
              exported: { type: text }
            sources:
              set: { {{{source}}}: {{{SharedData.Require(Data)}}}/particles.{{{extension}}} } }
              map: { file: { path: {{{SharedData.Require(Data)}}}/1_full_EtRNA_RRF_64.mrc, type: volume } }
            steps:
              mask: { node: mask.solvent, inputs: { volume: map.volume } }
              scale: { node: scale.optimise, inputs: { particles: set.particles, volume: map.volume, mask: mask.mask } }
              classify:
                node: classify3d
                inputs: { particles: scale.particles, solvent_mask: mask.mask }
                params: { classes: 2, target_resolution: 16 Å, per_particle_scale: input, seed: "${{ params.seed }}" }
            outputs:
              classes: { from: classify.particles, as: relion, path: "${{ params.exported }}" }
            """);
        var exported = folder.File(FormattableString.Invariant($"{extension}-{seed}.star"));
        var number = seed.ToString(CultureInfo.InvariantCulture);
        string[] options = ["--set", $"params.seed={number}", "--set", $"params.exported={exported}"];
        (await LocalHost.RunAsync(file, folder.File("runs"), options)).ShouldEnd(ExitCode.Ok);
        return ExportedParticles.Read(exported).Table.ReadClasses()!.ClassIndex;
    }

    private static int[] Truth() =>
    [
        .. File.ReadLines(SharedData.Require(Data + "/truth.csv")).Skip(1)
            .Select(line => int.Parse(line.Split(',')[3], CultureInfo.InvariantCulture)),
    ];
}
