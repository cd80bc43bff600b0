using Host.Abstractions.Running;
using Plugin.Classify3D;
using Plugins.Tests.Classify3D.Planted;
using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace Plugins.Tests.Classify3D;

public class SymmetryAndMagnificationTests
{
    private static readonly string[] Short = ["online_epochs", "0", "max_full_iterations", "2"];

    [Fact]
    public async Task Classes_have_the_symmetry_asked_for_and_come_closer_to_the_truth_by_it()
    {
        using var particles = new PlantedParticles(
            new PlantedOptions { Count = 80, NoiseToSignal = 3, Symmetry = PlantedSymmetry.C4, Shares = [1] });
        var (free, symmetric) = (await Consensus(particles), await Consensus(particles, "symmetry", "C4"));
        QuarterTurnError(symmetric).Should().BeLessThan(0.02);
        QuarterTurnError(free).Should().BeGreaterThan(0.1);
        var truth = PlantedStates.Map(0, PlantedSymmetry.C4);
        Correlation(symmetric, truth).Should().BeGreaterThan(Correlation(free, truth) + 0.005);
    }

    [Fact]
    public async Task The_class_maps_are_symmetric_too()
    {
        using var particles = new PlantedParticles(new PlantedOptions { Count = 120, Symmetry = PlantedSymmetry.C4 });
        using var context = PlantedRun.Job(particles.Item, [.. Short, "symmetry", "C4"]);
        var result = await PlantedRun.Run(context);
        QuarterTurnError(PlantedRun.Map(result, "volumes", 0)).Should().BeLessThan(0.02);
        QuarterTurnError(PlantedRun.Map(result, "volumes", 1)).Should().BeLessThan(0.02);
        PlantedRun.RandIndex(context, result, particles.States).Should().BeGreaterThan(0.75);
    }

    [Fact]
    public async Task A_point_group_that_is_none_is_refused_before_the_run_and_in_it()
    {
        using var particles = new PlantedParticles(new PlantedOptions { Count = 20 });
        using var context = PlantedRun.Job(particles.Item, "symmetry", "Q4");
        var plan = await new Classify3DNode().PlanAsync(context, default);
        plan.Diagnostics.Should().ContainSingle(found => found.Code == "SYMMETRY");
        var run = () => PlantedRun.Run(context);
        (await run.Should().ThrowAsync<JobFailedException>()).Which.Diagnostics.Should().ContainSingle(found => found.Code == "SYMMETRY");
    }

    [Fact]
    public async Task Corrected_for_anisotropic_magnification_a_map_is_as_good_as_without_it()
    {
        // The same particles, noise included, as a microscope without distortion would have seen them.
        var undistorted = await ConsensusError([0, 0, 0, 0]);
        (await ConsensusError([0.12, 0, 0, -0.12])).Should().BeLessThan(1.1 * undistorted);
        (await ConsensusError([0.12, 0, 0, -0.12], "correct_anisotropic_magnification", "false"))
            .Should().BeGreaterThan(1.5 * undistorted);
    }

    [Fact]
    public async Task Optics_groups_whose_pixel_sizes_differ_meet_in_one_map()
    {
        var one = Planted([0, 0, 0, 0]);
        var two = one with { OtherPixelSizeAngstrom = 1.045 * PlantedStates.PixelSizeAngstrom };
        var error = await ConsensusError(one);
        (await ConsensusError(two)).Should().BeLessThan(1.1 * error);
        (await ConsensusError(two with { TellsOtherPixelSize = false })).Should().BeGreaterThan(1.5 * error);
    }

    private static PlantedOptions Planted(double[] magnification) =>
        new() { Count = 200, NoiseToSignal = 0.5, Shares = [1], AnisotropicMagnification = magnification };

    private static Task<double> ConsensusError(double[] magnification, params string[] parameters) =>
        ConsensusError(Planted(magnification), parameters);

    /// <summary>1 - correlation of a consensus with the true map.</summary>
    private static async Task<double> ConsensusError(PlantedOptions options, params string[] parameters)
    {
        using var particles = new PlantedParticles(options);
        return 1 - Correlation(await Consensus(particles, parameters), PlantedStates.Map(0));
    }

    private static async Task<Volume> Consensus(PlantedParticles particles, params string[] parameters)
    {
        using var context = PlantedRun.Job(particles.Item, [.. Short, .. parameters]);
        return PlantedRun.Map(await PlantedRun.Run(context), "consensus", 0);
    }

    /// <summary>Relative difference of a map from itself turned by 90 degrees about z, where the molecule is.</summary>
    private static double QuarterTurnError(Volume map)
    {
        var (n, difference, power) = (map.BoxVoxels, 0.0, 0.0);
        for (var i = 0; i < map.Values.Length; i++)
        {
            var (x, y, z) = ((i % n) - (n / 2), (i / n % n) - (n / 2), (i / (n * n)) - (n / 2));
            if ((x * x) + (y * y) + (z * z) > 0.14 * n * n)
                continue;
            var turned = map.Values[map.IndexOf((n / 2) - y, (n / 2) + x, (n / 2) + z)];
            (difference, power) = (difference + Math.Pow(map.Values[i] - turned, 2), power + Math.Pow(map.Values[i], 2));
        }

        return Math.Sqrt(difference / power);
    }

    private static double Correlation(Volume map, Volume truth)
    {
        var wanted = VolumeResampler.Resample(truth, map.BoxVoxels).Values;
        var (mean, wantedMean) = (map.Values.Average(value => (double)value), wanted.Average(value => (double)value));
        double both = 0, own = 0, other = 0;
        for (var i = 0; i < wanted.Length; i++)
        {
            var (a, b) = (map.Values[i] - mean, wanted[i] - wantedMean);
            (both, own, other) = (both + (a * b), own + (a * a), other + (b * b));
        }

        return both / Math.Sqrt(own * other);
    }
}
