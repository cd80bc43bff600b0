using Host.Abstractions.Ports;
using Plugins.Tests.Classify3D.Planted;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;

namespace Plugins.Tests.Classify3D;

public class ParticleChoiceTests : IClassFixture<NoisyPlantedStates>
{
    private static readonly string[] Short = ["online_epochs", "0", "max_full_iterations", "1", "per_particle_scale", "none"];

    private readonly PlantedParticles _particles;

    public ParticleChoiceTests(NoisyPlantedStates fixture) => _particles = fixture.Particles;

    [Fact]
    public async Task Only_so_many_particles_are_classified_drawn_by_the_seed_in_the_order_of_the_file()
    {
        var first = await Images("max_particles", "50");
        first.Should().HaveCount(50).And.BeInAscendingOrder();
        (await Images("max_particles", "50")).Should().Equal(first);
        first.Should().NotEqual(Enumerable.Range(0, 50), "they are drawn from the whole file");
        (await Images("max_particles", "1000")).Should().HaveCount(120);
    }

    [Fact]
    public async Task A_part_of_the_particles_keeps_its_own_classes()
    {
        var input = _particles.With("ClassNumber", _particles.States.Select(state => state + 1));
        using var context = PlantedRun.Job(input, [.. Short, "max_particles", "60", "init_mode", "classes"]);
        var result = await PlantedRun.Run(context);
        var images = Set(context, result.Outputs["particles"][0]).Particles.Select(particle => particle.ImageIndex);
        PlantedRun.RandIndex(context, result, [.. images.Select(image => _particles.States[image])]).Should().BeGreaterThan(0.3);
    }

    [Fact]
    public async Task Half_sets_that_the_particles_carry_are_kept_unless_they_are_to_be_drawn_anew()
    {
        var given = Enumerable.Range(0, 120).Select(i => 1 + (i / 3 % 2)).ToArray();
        (await HalfSets(given)).Should().Equal(given);
        var drawn = await HalfSets(given, "keep_half_split", "false");
        drawn.Should().NotEqual(given);
        drawn.Count(half => half == 1).Should().BeInRange(40, 80);
    }

    [Fact]
    public async Task Particles_that_are_all_in_one_half_are_split_with_a_warning()
    {
        using var context = PlantedRun.Job(_particles.With("RandomSubset", Enumerable.Repeat(2, 120)), Short);
        var result = await PlantedRun.Run(context);
        Set(context, result.Outputs["particles"][0]).Particles.Count(particle => particle.HalfSet == HalfSet.A).Should().BeInRange(40, 80);
        context.Log.AtLeast(Microsoft.Extensions.Logging.LogLevel.Warning).Should().Contain(text => text.Contains("half-set B"));
    }

    [Fact]
    public async Task The_maps_of_every_iteration_are_delivered_when_asked_for()
    {
        using var context = PlantedRun.Job(
            _particles.Item, "online_epochs", "1", "online_batch_per_class", "30", "max_full_iterations", "1", "output_every_iteration",
            "true");
        var result = await PlantedRun.Run(context);
        var names = Directory.GetFiles(Path.Combine(context.OutputFolder, "iterations")).Select(Path.GetFileName).Order().ToArray();
        names.Should().HaveCount(6).And.Contain("iteration_003_class_002.mrc");
        var last = SingleParticle.Formats.Mrc.MrcVolumeReader.Read(
            Path.Combine(context.OutputFolder, "iterations", "iteration_003_class_001.mrc"));
        last.Values.Should().Equal(PlantedRun.Map(result, "volumes", 0).Values);
    }

    private static ParticleSet Set(global::Testing.Jobs.TestJobContext context, DataItem item) =>
        ParticleInputs.Read("particles", item, context.Logger);

    private async Task<int[]> Images(params string[] parameters)
    {
        using var context = PlantedRun.Job(_particles.Item, [.. Short, .. parameters]);
        var result = await PlantedRun.Run(context);
        return [.. Set(context, result.Outputs["particles"][0]).Particles.Select(particle => particle.ImageIndex)];
    }

    private async Task<int[]> HalfSets(int[] given, params string[] parameters)
    {
        using var context = PlantedRun.Job(_particles.With("RandomSubset", given), [.. Short, .. parameters]);
        var result = await PlantedRun.Run(context);
        return [.. Set(context, result.Outputs["particles"][0]).Particles.Select(particle => particle.HalfSet == HalfSet.A ? 1 : 2)];
    }
}
