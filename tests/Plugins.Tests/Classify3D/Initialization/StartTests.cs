using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D;
using Plugins.Tests.Classify3D.Planted;
using SingleParticle.Formats.Mrc;
using Testing.Jobs;

namespace Plugins.Tests.Classify3D.Initialization;

public class StartTests : IClassFixture<TwoPlantedStates>
{
    private static readonly string[] Short = ["online_epochs", "0", "max_full_iterations", "1"];

    private readonly PlantedParticles _particles;

    public StartTests(TwoPlantedStates fixture) => _particles = fixture.Particles;

    [Fact]
    public async Task The_PCA_start_leads_to_the_planted_states()
    {
        using var context = PlantedRun.Job(
            _particles.Item, "init_mode", "pca", "init_particles_per_reconstruction", "40", "init_reconstructions", "60");
        var result = await PlantedRun.Run(context);
        PlantedRun.RandIndex(context, result, _particles.States).Should().BeGreaterThan(0.9);
    }

    [Fact]
    public void The_number_of_reconstructions_and_components_and_the_low_pass_change_the_PCA_start()
    {
        var reference = PcaStart();
        PcaStart("init_reconstructions", "30").Should().NotEqual(reference);
        PcaStart("init_components", "1").Should().NotEqual(reference);
        PcaStart("init_lowpass_angstrom", "30").Should().NotEqual(reference);
        PcaStart("init_particles_per_reconstruction", "60").Should().NotEqual(reference);
        PcaStart().Should().Equal(reference);
    }

    [Fact]
    public async Task Given_maps_of_the_states_separate_them_in_one_iteration_whatever_their_contrast()
    {
        using var context = PlantedRun.Job(_particles.Item, [.. Short, "init_mode", "input"]);
        context.Connect("initial_volumes", Map(context, 0, 25, 32), Map(context, 1, 25, 32));
        var result = await PlantedRun.Run(context);
        PlantedRun.RandIndex(context, result, _particles.States).Should().BeGreaterThan(0.9);
    }

    [Fact]
    public async Task Given_maps_may_lie_on_a_working_box()
    {
        using var context = PlantedRun.Job(_particles.Item, [.. Short, "init_mode", "input"]);
        context.Connect("initial_volumes", Map(context, 0, 1, 24), Map(context, 1, 1, 24));
        var result = await PlantedRun.Run(context);
        PlantedRun.RandIndex(context, result, _particles.States).Should().BeGreaterThan(0.9);
    }

    [Theory]
    [InlineData(1, 32, 1, "INITIAL_VOLUME_COUNT")]
    [InlineData(2, 40, 1, "INITIAL_VOLUME_GRID")]
    [InlineData(2, 32, -1, "INITIAL_VOLUMES")]
    public async Task Given_maps_that_do_not_fit_are_refused(int count, int headerBox, double contrast, string code)
    {
        using var context = PlantedRun.Job(_particles.Item, [.. Short, "init_mode", "input"]);
        DataItem[] items = [.. Enumerable.Range(0, count).Select(state => Map(context, state, contrast, 32))];
        context.Connect(
            "initial_volumes", [.. items.Select(item => item with { Header = item.Header with { BoxPixels = headerBox } })]);
        var run = () => PlantedRun.Run(context);
        (await run.Should().ThrowAsync<JobFailedException>()).Which.Diagnostics.Should().Contain(found => found.Code == code);
    }

    [Fact]
    public async Task The_number_of_given_maps_is_checked_before_the_run()
    {
        using var context = PlantedRun.Job(_particles.Item, "init_mode", "input");
        context.Connect("initial_volumes", Map(context, 0, 1, 32));
        var plan = await new Classify3DNode().PlanAsync(context, default);
        plan.Diagnostics.Should().ContainSingle(found => found.Code == "INITIAL_VOLUME_COUNT");
    }

    [Fact]
    public async Task The_true_classes_are_kept_when_particles_that_carry_them_start_from_them()
    {
        using var context = PlantedRun.Job(
            _particles.With("ClassNumber", _particles.States.Select(state => state + 1)), [.. Short, "init_mode", "classes"]);
        var result = await PlantedRun.Run(context);
        PlantedRun.RandIndex(context, result, _particles.States).Should().BeGreaterThan(0.95);
    }

    [Fact]
    public async Task Classes_that_the_particles_do_not_carry_or_other_numbers_of_them_are_refused()
    {
        using var without = PlantedRun.Job(_particles.Item, "init_mode", "classes");
        using var three = PlantedRun.Job(
            _particles.With("ClassNumber", _particles.States.Select(state => state + 2)), "init_mode", "classes");
        using var empty = PlantedRun.Job(
            _particles.With("ClassNumber", _particles.States.Select(state => (2 * state) + 1)), "init_mode", "classes", "classes", "3");
        await Refused(without, "NO_CLASSES");
        await Refused(three, "CLASS_COUNT");
        await Refused(empty, "EMPTY_CLASS");
    }

    private static async Task Refused(TestJobContext context, string code)
    {
        var run = () => PlantedRun.Run(context);
        (await run.Should().ThrowAsync<JobFailedException>()).Which.Diagnostics.Should().ContainSingle(found => found.Code == code);
    }

    private static DataItem Map(TestJobContext context, int state, double contrast, int box)
    {
        var map = SingleParticle.Fourier.VolumeResampler.Resample(PlantedStates.Map(state), box);
        map = map.WithValues(Array.ConvertAll(map.Values, value => (float)(contrast * value)));
        var path = context.File($"state_{state}.mrc");
        MrcVolumeWriter.Write(path, map);
        return new DataItem
        {
            Type = DataTypes.Volume,
            Slots = [new("map", path)],
            Header = new DataHeader { BoxPixels = box, PixelSizeAngstrom = map.PixelSizeAngstrom },
        };
    }

    private float[] PcaStart(params string[] parameters)
    {
        using var planted = new PlantedProblem(
            _particles, ["init_mode", "pca", "init_particles_per_reconstruction", "40", "init_reconstructions", "40", .. parameters]);
        using var state = planted.Start();
        return state.Classes[0].Map.Values;
    }
}
