using Host.Abstractions.Running;
using Plugin.Classify3D.Schedules;
using Plugins.Tests.Classify3D.Planted;
using Testing.Jobs;

namespace Plugins.Tests.Classify3D.Schedules;

public class OnlineEmTests : IClassFixture<TwoPlantedStates>
{
    private static readonly string[] Online =
    [
        "online_batch_per_class", "25", "online_epochs", "2", "class_similarity_end_iteration", "6", "max_full_iterations", "3",
    ];

    private readonly PlantedParticles _particles;

    public OnlineEmTests(TwoPlantedStates fixture) => _particles = fixture.Particles;

    [Fact]
    public async Task Online_then_full_batch_EM_finds_two_planted_states()
    {
        using var context = PlantedRun.Job(_particles.Item, Online);
        var result = await PlantedRun.Run(context);
        PlantedRun.RandIndex(context, result, _particles.States).Should().BeGreaterThan(0.9);
        context.Progress.Stages.Count(stage => stage.Path.StartsWith("online iteration", StringComparison.Ordinal)).Should().Be(12);
        PlantedRun.Series(context, "class similarity")[..8].Should().Equal(
            [1 / 2.0, 5 / 12.0, 4 / 12.0, 3 / 12.0, 2 / 12.0, 1 / 12.0, 0, 0], (found, wanted) => Math.Abs(found - wanted) < 1e-12);
        var rates = PlantedRun.Series(context, "learning rate");
        rates[0].Should().Be(1, "there is nothing to mix the first batch with");
        rates[6].Should().BeApproximately(0.2, 1e-12);
        rates[12].Should().Be(1, "a full pass replaces everything");
    }

    [Fact]
    public async Task Without_epochs_EM_is_full_batch_from_the_start()
    {
        using var context = PlantedRun.Job(_particles.Item, "online_epochs", "0", "max_full_iterations", "1");
        await PlantedRun.Run(context);
        context.Progress.Stages.Should().NotContain(stage => stage.Path.StartsWith("online iteration", StringComparison.Ordinal));
    }

    [Fact]
    public void The_FSC_is_taken_anew_at_every_tenth_iteration_the_first_included()
    {
        Enumerable.Range(0, 25).Where(OnlineEm.RefreshesFsc).Should().Equal(0, 10, 20);
        using var planted = new PlantedProblem(_particles, "online_batch_per_class", "25", "online_epochs", "2");
        using var state = planted.Start();
        var curves = new List<double[]>();
        var batches = new OnlineBatches(planted.Problem, 1);
        new OnlineEm(planted.Problem, batches, planted.Context.Progress, current => curves.Add(current.Classes[0].Correlations))
            .Run(state, default);
        curves.Should().HaveCount(12);
        Enumerable.Range(1, 11).Where(iteration => !ReferenceEquals(curves[iteration], curves[iteration - 1])).Should().Equal(10);
    }

    [Fact]
    public async Task The_tuned_similarity_reaches_the_target_and_is_then_annealed()
    {
        using var context = PlantedRun.Job(
            _particles.Item, [.. Online, "auto_class_similarity", "true", "class_similarity", "0", "target_ess_fraction", "0.9"]);
        await PlantedRun.Run(context);
        var similarity = PlantedRun.Series(context, "class similarity");
        similarity[0].Should().BeInRange(0.3, 0.9);
        similarity[3].Should().BeApproximately(similarity[0] / 2, 1e-12);
    }

    [Fact]
    public async Task Hard_after_annealing_is_soft_at_first_and_hard_at_last()
    {
        using var noisy = new PlantedParticles(new PlantedOptions { NoiseToSignal = 5 });
        using var context = PlantedRun.Job(noisy.Item, [.. Online, "assignment", "hard_after_annealing"]);
        await PlantedRun.Run(context);
        var ess = PlantedRun.Series(context, "mean class ESS");
        ess[..6].Should().OnlyContain(value => value > 1);
        ess[6..].Should().OnlyContain(value => value == 1);
    }

    [Fact]
    public async Task The_result_has_the_same_bits_on_one_and_on_two_threads()
    {
        var first = await Bits(new(1, 1L << 30));
        var second = await Bits(new(2, 1L << 30));
        second.Should().Equal(first);
    }

    [Theory]
    [InlineData("online iteration 2 of 12")]
    [InlineData("online iteration 8 of 12")]
    [InlineData("full iteration 2")]
    public async Task A_job_stopped_anywhere_goes_on_to_the_same_bits(string stopAt)
    {
        var undisturbed = await Bits(new(2, 1L << 30));
        using var stop = new CancellationTokenSource();
        using var stopped = PlantedRun.Job(_particles.Item, Online);
        stopped.Progress.Begun = path =>
        {
            if (path.StartsWith(stopAt, StringComparison.Ordinal))
                stop.Cancel();
        };
        var run = () => PlantedRun.Run(stopped, stop.Token);
        await run.Should().ThrowAsync<OperationCanceledException>();
        var resumed = await Bits(new(2, 1L << 30), stopped.Checkpoints);
        resumed.Should().Equal(undisturbed);
    }

    private async Task<float[]> Bits(GrantedResources resources, MemoryCheckpoints? checkpoints = null)
    {
        using var context = PlantedRun.Job(_particles.Item, resources, checkpoints, Online);
        var result = await PlantedRun.Run(context);
        return [.. PlantedRun.ClassesOf(context, result).Posteriors!, .. PlantedRun.Map(result, "volumes", 0).Values];
    }
}
