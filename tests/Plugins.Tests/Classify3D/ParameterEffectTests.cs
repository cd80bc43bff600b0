using Plugins.Tests.Classify3D.Planted;

namespace Plugins.Tests.Classify3D;

public class ParameterEffectTests : IClassFixture<NoisyPlantedStates>
{
    private static readonly string[] Base =
    [
        "online_batch_per_class", "20", "online_epochs", "1", "max_full_iterations", "2", "switch_percent", "0",
        "density_change_check", "false",
    ];

    private readonly NoisyPlantedStates _fixture;

    public ParameterEffectTests(NoisyPlantedStates fixture) => _fixture = fixture;

    [Theory]
    [InlineData("target_resolution_angstrom", "12")]
    [InlineData("highpass_resolution_angstrom", "60")]
    [InlineData("per_particle_scale", "none")]
    [InlineData("assignment", "hard")]
    [InlineData("class_prior", "learned")]
    [InlineData("init_particles_per_reconstruction", "20")]
    [InlineData("init_lowpass_angstrom", "30")]
    [InlineData("online_epochs", "2")]
    [InlineData("online_batch_per_class", "30")]
    [InlineData("online_learning_rate", "0.8")]
    [InlineData("online_half_life_percent", "0")]
    [InlineData("class_similarity", "0.2")]
    [InlineData("class_similarity_end_iteration", "1")]
    [InlineData("auto_class_similarity", "true", "target_ess_fraction", "0.99")]
    [InlineData("fsc_filter", "false")]
    [InlineData("static_noise", "true")]
    [InlineData("posterior_threshold", "0.1")]
    [InlineData("max_full_iterations", "1")]
    [InlineData("mask_threshold", "0.3")]
    [InlineData("mask_near_angstrom", "4")]
    [InlineData("mask_far_angstrom", "30")]
    [InlineData("symmetry", "C2")]
    public async Task A_parameter_changes_the_posteriors(params string[] parameters) =>
        (await Posteriors(parameters)).Should().NotEqual(_fixture.Reference ??= await Posteriors());

    [Theory]
    [InlineData("switch_percent", "100")]
    [InlineData("density_change_threshold", "1", "density_change_check", "true")]
    public async Task A_wider_limit_ends_EM_earlier(params string[] parameters)
    {
        using var strict = PlantedRun.Job(_fixture.Particles.Item, [.. Base, "max_full_iterations", "5"]);
        using var lenient = PlantedRun.Job(_fixture.Particles.Item, [.. Base, "max_full_iterations", "5", .. parameters]);
        await PlantedRun.Run(strict);
        await PlantedRun.Run(lenient);
        PlantedRun.Series(lenient, "density change").Length.Should().BeLessThan(PlantedRun.Series(strict, "density change").Length);
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 0)]
    public async Task Classes_are_numbered_by_size_only_if_that_is_wanted(string reorder, int largest)
    {
        // The start has the smaller state as its first class.
        var start = _fixture.Particles.With("ClassNumber", _fixture.Particles.States.Select(state => 2 - state));
        using var context = PlantedRun.Job(start, [.. Base, "init_mode", "classes", "reorder_classes", reorder]);
        var sizes = PlantedRun.ClassesOf(context, await PlantedRun.Run(context)).ClassIndex.CountBy(k => k).OrderBy(count => count.Key);
        sizes.Select(count => count.Value).Should().HaveCount(2);
        (sizes.First().Value > sizes.Last().Value).Should().Be(largest == 1);
    }

    [Fact]
    public async Task Rounds_of_held_out_sorting_change_what_is_said_of_the_classes_but_not_the_classes()
    {
        using var without = PlantedRun.Job(_fixture.Particles.Item, [.. Base, "evidence_rounds", "0"]);
        using var with = PlantedRun.Job(_fixture.Particles.Item, [.. Base, "evidence_rounds", "2"]);
        var (first, second) = (await PlantedRun.Run(without), await PlantedRun.Run(with));
        PlantedRun.ClassesOf(without, first).Posteriors.Should().Equal(PlantedRun.ClassesOf(with, second).Posteriors);
        without.Artifacts["class_overlap"].NumbersCsv.Should().NotBe(with.Artifacts["class_overlap"].NumbersCsv);
    }

    private async Task<float[]> Posteriors(params string[] parameters)
    {
        using var context = PlantedRun.Job(_fixture.Particles.Item, [.. Base, .. parameters]);
        return PlantedRun.ClassesOf(context, await PlantedRun.Run(context)).Posteriors!;
    }
}
