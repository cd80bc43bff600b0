using Host.Abstractions.Running;

namespace Plugins.Tests.ScaleOpt;

/// <summary>Every parameter has the effect that its help promises.</summary>
public class ScaleParameterTests
{
    [Fact]
    public void Particles_of_one_micrograph_share_one_scale_with_a_smaller_error()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { Noise = 12, ScaleOfMicrograph = number => 0.6 + (0.04 * number) });
        var job = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Set("level", "micrograph");
        var shared = job.Run();
        shared.Scale.Distinct().Should().HaveCount(20);
        shared.With(scene.Scale).Correlation.Should().BeGreaterThan(0.97);
        shared.ZVariance(scene.Scale).Should().BeInRange(0.4, 2, "there are only 20 different values");
        var own = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Run();
        (own.StandardError.Average() / shared.StandardError.Average()).Should().BeApproximately(Math.Sqrt(20), 0.8);
    }

    [Fact]
    public void Particles_of_one_optics_group_share_one_scale()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { NoiseOfSecondGroup = 5 });
        var result = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Set("level", "optics_group").Run();
        result.Scale.Distinct().Should().HaveCount(2);
    }

    [Fact]
    public void Scales_pulled_towards_the_population_are_nearer_to_the_truth()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { Noise = 10, DrawScale = random => 1 + (0.1 * random.NextGaussian()) });
        var plain = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Run();
        var shrunken = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Set("shrinkage", "population").Run();
        shrunken.With(scene.Scale).Rmse.Should().BeLessThan(0.7 * plain.With(scene.Scale).Rmse);
        shrunken.ZVariance(scene.Scale).Should().BeApproximately(1, 0.2, "the errors shrink along");
        shrunken.Columns["spScaleOptimum"].Should().NotEqual(shrunken.Columns["spScale"]);
        var wanted = plain.Columns["spScaleOptimum"].Zip(shrunken.Columns["spScaleOptimum"], (a, b) => b / a);
        wanted.Should().OnlyContain(ratio => Math.Abs(ratio - 1) < 0.02, "the optimum stays what it is, in the unit of the scales used");
    }

    [Fact]
    public void Dark_particles_get_the_scales_of_bright_ones_unless_they_are_said_to_be_bright()
    {
        using var scene = new ScaleScene(
            new ScaleSceneSettings { Noise = 2, DrawScale = random => -Math.Exp(0.2 * random.NextGaussian()) });
        var positive = Array.ConvertAll(scene.Scale, scale => -scale);
        new ScaleJob(scene.Particles()).Run().With(positive).Correlation.Should().BeGreaterThan(0.9);
        new ScaleJob(scene.Particles()).Set("particle_contrast", "dark").Run().With(positive).Correlation.Should().BeGreaterThan(0.9);
        var bright = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Set("particle_contrast", "bright")
            .Set("normalise_to_mean_one", "false");
        var dark = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Set("particle_contrast", "dark")
            .Set("normalise_to_mean_one", "false");
        Describe(bright).Should().NotBe(Describe(dark));
    }

    private static string Describe(ScaleJob job)
    {
        try
        {
            return job.Run().Scale.Average() > 0 ? "positive" : "negative";
        }
        catch (JobFailedException problem)
        {
            return problem.Diagnostics[0].Code;
        }
    }

    [Fact]
    public void A_second_round_profits_from_the_scales_of_the_first()
    {
        using var scene = new ScaleScene(
            new ScaleSceneSettings { Count = 300, Noise = 2, DrawScale = random => random.NextDouble() < 0.5 ? 0.4 : 1.6 });
        var once = new ScaleJob(scene.Particles()).Set("rounds", "1").Run();
        var twice = new ScaleJob(scene.Particles()).Set("rounds", "2").Run();
        twice.With(scene.Scale).Rmse.Should().BeLessThan(0.95 * once.With(scene.Scale).Rmse);
    }

    [Fact]
    public void Scales_that_are_not_normalised_are_in_the_unit_of_the_map()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { DrawScale = _ => 1 });
        var doubled = scene.WriteMap("doubled.mrc", scene.Map.WithValues([.. scene.Map.Values.Select(value => 2 * value)]));
        var result = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume(doubled)).Set("normalise_to_mean_one", "false").Run();
        result.Scale.Average().Should().BeApproximately(0.5, 0.02);
    }

    [Theory]
    [InlineData("target_resolution_angstrom", "40")]
    [InlineData("highpass_resolution_angstrom", "50")]
    public void A_narrower_range_of_resolution_tells_less(string parameter, string value)
    {
        using var scene = new ScaleScene(new ScaleSceneSettings());
        var full = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Run();
        var narrow = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Set(parameter, value).Run();
        narrow.StandardError.Average().Should().BeGreaterThan(1.1 * full.StandardError.Average());
        narrow.ZVariance(scene.Scale).Should().BeApproximately(1, 0.2);
    }

    [Fact]
    public void Without_its_correction_anisotropic_magnification_hides_signal()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { Stretch = 0.15, Noise = 2 });
        var corrected = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Run();
        var ignored = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume())
            .Set("correct_anisotropic_magnification", "false").Run();
        ignored.With(scene.Scale).Rmse.Should().BeGreaterThan(1.1 * corrected.With(scene.Scale).Rmse);
    }

    [Theory]
    [InlineData("mask_threshold", "0.6", 0.95)]
    [InlineData("mask_near_angstrom", "0", 0.95)]
    [InlineData("mask_far_angstrom", "12", 0.95)]
    public void The_automatic_mask_follows_its_parameters(string parameter, string value, double mostOfUsualVolume)
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { Count = 60 });
        VolumeOf(parameter, value).Should().BeLessThan(mostOfUsualVolume * VolumeOf("rounds", "1"));

        double VolumeOf(string name, string setting)
        {
            return new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Set(name, setting).Run().Mask.Values.Sum();
        }
    }

    [Fact]
    public void The_consensus_is_given_its_symmetry()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { Count = 100, Noise = 2 });
        Asymmetry("C2").Should().BeLessThan(0.1);
        Asymmetry("C1").Should().BeGreaterThan(0.3);

        // Voxel 0 of an axis has no partner in a half turn about z.
        double Asymmetry(string symmetry)
        {
            var map = new ScaleJob(scene.Particles()).Set("symmetry", symmetry).Run().Consensus!;
            double difference = 0, sum = 0;
            for (var z = 0; z < ScaleScene.Box; z++)
            {
                for (var y = 1; y < ScaleScene.Box; y++)
                {
                    for (var x = 1; x < ScaleScene.Box; x++)
                    {
                        var own = map.Values[map.IndexOf(x, y, z)];
                        var partner = map.Values[map.IndexOf(ScaleScene.Box - x, ScaleScene.Box - y, z)];
                        (difference, sum) = (difference + Math.Pow(own - partner, 2), sum + ((double)own * own));
                    }
                }
            }

            return Math.Sqrt(difference / sum);
        }
    }

    [Fact]
    public void A_given_mask_is_used()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { Count = 60 });
        var mask = ScaleScene.Ball(6);
        var result = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Connect("mask", scene.Mask("mask.mrc", mask)).Run();
        result.Mask.Values.Should().Equal(mask.Values);
    }
}
