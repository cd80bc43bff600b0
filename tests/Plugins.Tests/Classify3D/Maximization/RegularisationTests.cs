using Plugins.Tests.Classify3D.Planted;

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
