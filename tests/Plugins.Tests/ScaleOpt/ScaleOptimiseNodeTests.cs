using System.Globalization;
using Host.Abstractions.Ports;
using SingleParticle.Estimation;
using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace Plugins.Tests.ScaleOpt;

/// <summary>Scales on simulated particles whose true scales are known.</summary>
public class ScaleOptimiseNodeTests
{
    [Fact]
    public void Scales_against_the_true_map_follow_the_truth_with_calibrated_errors()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings());
        var result = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Run();
        result.With(scene.Scale).Correlation.Should().BeGreaterThan(0.9);
        result.With(scene.Scale).Slope.Should().BeApproximately(1, 0.05);
        result.ZVariance(scene.Scale).Should().BeApproximately(1, 0.1);
        result.Scale.Average().Should().BeApproximately(1, 1e-5);
        result.Job.Outputs["consensus"].Should().BeEmpty("the consensus was given");
    }

    [Fact]
    public void Without_a_map_scales_are_within_two_percent_of_those_against_the_truth_and_modes_within_five()
    {
        using var scene = new ScaleScene(
            new ScaleSceneSettings { Count = 1500, Seed = 2, Noise = 4, DrawScale = ScaleSceneSettings.Bimodal });
        var oracle = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Run();
        var result = new ScaleJob(scene.Particles()).Run();
        result.With(scene.Scale).Rmse.Should().BeLessThan(1.02 * oracle.With(scene.Scale).Rmse);
        result.With(scene.Scale).Slope.Should().BeApproximately(1, 0.02);
        result.ZVariance(scene.Scale).Should().BeApproximately(1, 0.1);
        var modes = result.Job.Summary[1].Rows.Select(row => double.Parse(row[0], CultureInfo.InvariantCulture)).ToArray();
        (modes[1] / modes[0]).Should().BeApproximately(1.25 / 0.75, 0.05 * 1.25 / 0.75);
        result.Find("SCALE_MULTIMODAL")!.Message.Should()
            .StartWith("the scales have 2 modes, at 0.7").And.Contain("particles differ in contrast");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void One_mode_is_not_taken_for_two(ulong seed)
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { Seed = seed });
        var result = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Run();
        result.Find("SCALE_MULTIMODAL").Should().BeNull();
        result.Job.Summary.Should().ContainSingle();
    }

    [Fact]
    public void Inverted_and_empty_particles_are_rejected_and_kept_out_of_the_consensus()
    {
        using var scene = new ScaleScene(
            new ScaleSceneSettings { Noise = 2, DrawScale = random => random.NextDouble() < 0.1 ? -1 : 1 });
        var result = new ScaleJob(scene.Particles()).Run();
        var inverted = Enumerable.Range(0, scene.Scale.Length).Where(i => scene.Scale[i] < 0).ToArray();
        result.Rejected!.Particles.Select(particle => particle.ImageIndex).Should().BeEquivalentTo(inverted);
        result.Particles.Particles.Should().HaveCount(scene.Scale.Length - inverted.Length);
        result.Find("REJECTED_PARTICLES")!.Message.Should().StartWith($"{inverted.Length} of 400 particles have no positive scale");
        Correlation(HalfMapSolver.Masked(result.Consensus!, result.Mask), scene.Map).Should().BeGreaterThan(0.95);
    }

    [Fact]
    public void A_missing_part_does_not_pass_for_low_contrast_where_the_focus_mask_leaves_it_out()
    {
        using var scene = new ScaleScene(
            new ScaleSceneSettings { Count = 600, Noise = 3, DrawScale = _ => 1, LacksLobe = row => row % 3 == 0 });
        var focus = ScaleScene.Ball(4.5, ScaleScene.LobeCentreX);
        var whole = new ScaleJob(scene.Particles()).Set("free_components", "0").Run();
        var outside = new ScaleJob(scene.Particles()).Connect("focus_mask", scene.Mask("focus.mrc", focus)).Run();
        RatioOfStates(whole).Should().BeLessThan(0.95);
        RatioOfStates(outside).Should().BeApproximately(1, 0.015);
        outside.ZVariance(scene.Scale).Should().BeApproximately(1, 0.15);
        var free = new ScaleJob(scene.Particles()).Run();
        outside.StandardError.Average().Should().BeGreaterThan(
            free.StandardError.Average(), "an amplitude that may be anything costs information");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_missing_part_does_not_pass_for_low_contrast_where_it_is_left_free(bool isMapGiven)
    {
        using var scene = new ScaleScene(
            new ScaleSceneSettings { Count = 600, Noise = 3, DrawScale = _ => 1, LacksLobe = row => row % 3 == 0 });
        ScaleJob Job(string count)
        {
            var job = new ScaleJob(scene.Particles()).Set("free_components", count);
            return isMapGiven ? job.Connect("volume", scene.Volume()) : job;
        }

        var (alike, free) = (Job("0").Run(), Job("4").Run());
        RatioOfStates(alike).Should().BeLessThan(0.95);
        RatioOfStates(free).Should().BeApproximately(1, 0.04);
        free.ZVariance(scene.Scale).Should().BeApproximately(1, 0.15);
    }

    [Fact]
    public void The_noise_of_each_optics_group_counts_for_its_own_particles()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { Noise = 2, NoiseOfSecondGroup = 6 });
        var result = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Run();
        var errors = result.StandardError.Select((error, i) => (error, result.Particles.Particles[i].OpticsGroupIndex)).ToArray();
        var ratio = errors.Where(e => e.OpticsGroupIndex == 1).Average(e => e.error)
            / errors.Where(e => e.OpticsGroupIndex == 0).Average(e => e.error);
        ratio.Should().BeApproximately(3, 0.3);
        result.ZVariance(scene.Scale).Should().BeApproximately(1, 0.1);
    }

    [Fact]
    public void Contrast_and_sharpening_of_a_given_map_do_not_matter()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings());
        var gains = Enumerable.Range(0, (ScaleScene.Box / 2) + 1).Select(shell => 7 * Math.Exp(0.015 * shell * shell)).ToArray();
        var sharpened = scene.WriteMap("sharp.mrc", FourierFilter.MultiplyShells(scene.Map, gains));
        var right = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Run();
        var found = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume(sharpened)).Run();
        found.With(scene.Scale).Rmse.Should().BeLessThan(1.02 * right.With(scene.Scale).Rmse);
        found.ZVariance(scene.Scale).Should().BeApproximately(1, 0.1);
    }

    [Fact]
    public void A_particle_does_not_find_its_own_noise_in_its_reference()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { Count = 150, Noise = 6, HalfSetOf = row => (row / 2 % 2) + 1 });
        var heldOut = new ScaleJob(scene.Particles()).Set("rounds", "1").Run();
        var shared = new ScaleJob(scene.Particles()).Set("rounds", "1").Set("folds", "1").Run();
        heldOut.With(scene.Scale).Slope.Should().BeApproximately(1, 0.1);
        shared.With(scene.Scale).Slope.Should().BeLessThan(
        heldOut.With(scene.Scale).Slope - 0.05, "every particle finds its own noise at scale 1 in the first consensus");
    }

    [Fact]
    public void Given_half_maps_serve_the_particles_of_the_other_half()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { Count = 300, Noise = 5, HalfSetOf = row => (row / 2 % 2) + 1 });
        DataItem consensus = null!;
        new ScaleJob(scene.Particles()).Run((_, job) => consensus = scene.Keep(job.Outputs["consensus"][0]));
        // Particles of one state: components would hold nothing but noise.
        var heldOut = new ScaleJob(scene.Particles()).Connect("volume", consensus).Set("free_components", "0").Run();
        var shared = new ScaleJob(scene.Particles()).Connect("volume", consensus).Set("folds", "1").Set("free_components", "0").Run();
        heldOut.ZVariance(scene.Scale).Should().BeApproximately(1, 0.15);
        shared.ZVariance(scene.Scale).Should().BeGreaterThan(heldOut.ZVariance(scene.Scale));
    }

    private static double RatioOfStates(ScaleResult result) =>
        MeanOf(result, image => image % 3 == 0) / MeanOf(result, image => image % 3 != 0);

    private static double MeanOf(ScaleResult result, Func<int, bool> condition) => Enumerable.Range(0, result.Scale.Length)
        .Where(i => condition(result.Particles.Particles[i].ImageIndex)).Average(i => result.Scale[i]);

    private static double Correlation(Volume first, Volume second)
    {
        double ab = 0, aa = 0, bb = 0;
        for (var i = 0; i < first.Values.Length; i++)
        {
            ab += (double)first.Values[i] * second.Values[i];
            aa += (double)first.Values[i] * first.Values[i];
            bb += (double)second.Values[i] * second.Values[i];
        }

        return ab / Math.Sqrt(aa * bb);
    }
}
