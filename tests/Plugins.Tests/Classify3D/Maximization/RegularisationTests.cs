using Plugins.Tests.Classify3D.Planted;
using SingleParticle.Volumes;

namespace Plugins.Tests.Classify3D.Maximization;

public class RegularisationTests
{
    private static readonly PlantedOptions OneState = new() { Count = 240, Shares = [1], NoiseToSignal = 4 };

    [Fact]
    public async Task Particles_that_do_not_differ_are_divided_with_less_confidence_than_under_the_classical_filter()
    {
        using var particles = new PlantedParticles(OneState);
        using var context = PlantedRun.Job(particles.Item);
        using var classical = PlantedRun.Job(particles.Item, "regularise_towards", "zero", "leave_one_out", "false");
        await PlantedRun.Run(context);
        await PlantedRun.Run(classical);
        var (found, before) = (PlantedRun.Series(context, "mean class ESS")[^1], PlantedRun.Series(classical, "mean class ESS")[^1]);
        found.Should().BeGreaterThan(before + 0.2, "an ESS of 2 would say that there is nothing to separate into 2 classes");
    }

    [Fact]
    public async Task Particles_of_one_state_end_in_every_class_alike()
    {
        using var particles = new PlantedParticles(OneState);
        using var context = PlantedRun.Job(particles.Item, "classes", "3", "init_mode", "subspace", "max_full_iterations", "12");
        await PlantedRun.Run(context);
        PlantedRun.Series(context, "mean class ESS")[^1].Should().BeGreaterThan(2.8);
    }

    [Fact]
    public async Task Of_three_classes_of_two_states_two_are_alike_and_EM_settles()
    {
        using var particles = new PlantedParticles(new PlantedOptions { Count = 400, NoiseToSignal = 2 });
        using var context = PlantedRun.Job(particles.Item, "classes", "3", "init_mode", "subspace", "max_full_iterations", "20");
        var result = await PlantedRun.Run(context);
        PlantedRun.Series(context, "density change").Should().HaveCountLessThan(12);
        Volume[] maps = [.. Enumerable.Range(0, 3).Select(k => PlantedRun.Map(result, "volumes", k))];
        var distances = new[] { Distance(maps[0], maps[1]), Distance(maps[0], maps[2]), Distance(maps[1], maps[2]) };
        distances.Min().Should().BeLessThan(0.1 * distances.Max(), "two classes must have one map");
        var posteriors = PlantedRun.ClassesOf(context, result).Posteriors!;
        posteriors.Count(posterior => posterior > 0.9).Should().BeInRange(120, 280, "only the state with one class is sure of it");
    }

    private static double Distance(Volume first, Volume second) =>
        Math.Sqrt(first.Values.Zip(second.Values, (a, b) => ((double)a - b) * (a - b)).Sum());

    [Theory]
    [InlineData("local_filter", "false")]
    [InlineData("leave_one_out", "false")]
    [InlineData("local_window_angstrom", "15 Å")]
    [InlineData("fsc_filter", "false")]
    public async Task Every_regularisation_parameter_changes_the_maps(string parameter, string value)
    {
        using var particles = new PlantedParticles(new PlantedOptions { NoiseToSignal = 3 });
        using var plain = PlantedRun.Job(particles.Item, "max_full_iterations", "2");
        using var changed = PlantedRun.Job(particles.Item, "max_full_iterations", "2", parameter, value);
        var maps = new[] { await PlantedRun.Run(plain), await PlantedRun.Run(changed) };
        PlantedRun.Map(maps[1], "volumes", 0).Values.Should().NotEqual(PlantedRun.Map(maps[0], "volumes", 0).Values);
    }
}
