using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D;
using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Maximization;
using Plugins.Tests.Classify3D.Planted;
using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Formats.Mrc;
using SingleParticle.Particles;
using SingleParticle.Volumes;
using Testing.Jobs;

namespace Plugins.Tests.Classify3D;

public class RobustnessTests : IClassFixture<NoisyPlantedStates>
{
    private static readonly string[] Short = ["online_epochs", "0", "max_full_iterations", "2"];

    private readonly PlantedParticles _particles;

    public RobustnessTests(NoisyPlantedStates fixture) => _particles = fixture.Particles;

    [Theory]
    [InlineData("consensus", false)]
    [InlineData("consensus", true)]
    [InlineData("zero", false)]
    [InlineData("zero", true)]
    public void A_class_without_particles_or_without_one_half_is_the_consensus(string towards, bool hasOneHalf)
    {
        using var planted = new PlantedProblem(_particles, "regularise_towards", towards, "local_filter", "false");
        var (problem, records) = (planted.Problem, planted.Problem.UsableRecords);
        using var statistics = new ClassStatistics(problem.Engine, 2, CommonPart.Absent);
        var contributions = new List<Contribution>();
        for (var item = 0; item < records.Length; item++)
        {
            var half = problem.Engine.Data.HalfSets[records[item]];
            contributions.Add(Contribution.OfClass(item, EstimationEngine.MapIndex(0, half), 1, 1));
            if (hasOneHalf && half == HalfSet.A)
                contributions.Add(Contribution.OfClass(item, EstimationEngine.MapIndex(1, half), 1, 1));
        }

        problem.Engine.Insert(statistics.Maps, problem.Engine.Data.Batch(records, problem.Consensus.Noise), contributions, default);
        var maps = ClassMapSolver.Solve(problem, statistics, [records.Length, 0], null, default);
        maps.Classes[0].Map.Values.Should().OnlyContain(value => float.IsFinite(value));
        maps.Classes[1].Map.Values.Should().Equal(problem.Consensus.Map.Map.Values);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Solved_together_a_class_without_particles_or_without_one_half_is_the_consensus(bool hasOneHalf)
    {
        using var planted = new PlantedProblem(_particles);
        var (problem, records) = (planted.Problem, planted.Problem.UsableRecords);
        using var statistics = new ClassStatistics(problem.Engine, 3, CommonPart.Absent);
        var (sharing, posteriors) = (new ParticleSharing(3), new float[3 * problem.Scale.Length]);
        var contributions = new List<Contribution>();
        for (var item = 0; item < records.Length; item++)
        {
            var half = problem.Engine.Data.HalfSets[records[item]];
            var k = item % 3 == 0 && hasOneHalf && half == HalfSet.A ? 2 : item % 2;
            posteriors[(3 * records[item]) + k] = 1;
            contributions.Add(Contribution.OfClass(item, EstimationEngine.MapIndex(k, half), 1, problem.Scale[records[item]]));
            sharing.AddShares(half, posteriors.AsSpan(3 * records[item], 3), problem.Scale[records[item]]);
        }

        problem.Engine.Insert(statistics.Maps, problem.Engine.Data.Batch(records, problem.Consensus.Noise), contributions, default);
        var sorting = new Sorting(
            [.. Enumerable.Repeat(problem.Consensus.Map.Map, 3)], sharing, posteriors, problem.Consensus.Noise);
        var maps = JointMapSolver.Solve(problem, statistics, 3, sorting, null, default);
        maps.Classes[2].Map.Values.Should().Equal(problem.Consensus.Map.Map.Values);
        maps.Classes[0].Map.Values.Should().OnlyContain(value => float.IsFinite(value)).And.NotEqual(problem.Consensus.Map.Map.Values);
        var stageCount = ShellStages.EndsOf(problem.Engine.Plan).Length;
        maps.Leverage.Should().HaveCount(9 * stageCount).And.OnlyContain(value => double.IsFinite(value));
        // Of a particle of the first class on that class: the more shells, the more of its own noise.
        maps.Leverage[9 * (stageCount - 1)].Should().BePositive().And.BeGreaterThan(maps.Leverage[0]);
    }

    [Fact]
    public async Task A_class_that_no_particle_wants_leaves_everything_finite()
    {
        using var context = PlantedRun.Job(_particles.Item, [.. Short, "init_mode", "input", "assignment", "hard"]);
        context.Connect(
            "initial_volumes", Map(context, "good", PlantedStates.Map(0)), Map(context, "bad", Inverted(PlantedStates.Map(1), 0.5f)));
        await RunsFinite(context);
    }

    [Theory]
    [InlineData("optimal")]
    [InlineData("input")]
    public async Task Scales_that_are_all_negative_are_refused(string source)
    {
        using var context = PlantedRun.Job(
            _particles.With("spScale", Enumerable.Repeat(-1, 120)), [.. Short, "per_particle_scale", source]);
        if (source == "input")
            await Refused(context, "NO_POSITIVE_SCALE");
        else
            await RunsFinite(context);
    }

    [Fact]
    public async Task One_class_is_refused()
    {
        using var context = PlantedRun.Job(_particles.Item, [.. Short, "classes", "1"]);
        await Refused(context, "PARAMETER");
    }

    [Theory]
    [InlineData("classes", "13")]
    [InlineData("max_particles", "20", "classes", "3")]
    public async Task Too_few_particles_for_the_classes_are_refused_before_the_run_and_in_it(params string[] parameters)
    {
        using var context = PlantedRun.Job(_particles.Item, [.. Short, .. parameters]);
        var plan = await new Classify3DNode().PlanAsync(context, default);
        plan.Diagnostics.Should().ContainSingle(found => found.Code == "TOO_FEW_PARTICLES");
        await Refused(context, "TOO_FEW_PARTICLES");
    }

    [Fact]
    public async Task Masks_that_do_not_overlap_are_told_of()
    {
        using var context = PlantedRun.Job(_particles.Item, Short);
        context.Connect("solvent_mask", Mask(context, "solvent", Ball(-5, 32))).Connect("focus_mask", Mask(context, "focus", Ball(9, 32)));
        var result = await RunsFinite(context);
        result.Diagnostics.Should().ContainSingle(found => found.Code == "MASKS_APART");
    }

    [Fact]
    public async Task A_mask_of_another_box_or_without_content_is_refused()
    {
        using var other = PlantedRun.Job(_particles.Item, Short).Connect("focus_mask");
        other.Connect("focus_mask", Mask(other, "other", Ball(0, 48)));
        using var empty = PlantedRun.Job(_particles.Item, Short);
        empty.Connect("solvent_mask", Mask(empty, "empty", new Volume(32, PlantedStates.PixelSizeAngstrom)));
        await Refused(other, "BOX_MISMATCH");
        await Refused(empty, "EMPTY_MASK");
    }

    private static async Task<JobResult> RunsFinite(TestJobContext context)
    {
        var result = await PlantedRun.Run(context);
        PlantedRun.ClassesOf(context, result).Posteriors.Should().OnlyContain(posterior => float.IsFinite(posterior));
        for (var k = 0; k < 2; k++)
            PlantedRun.Map(result, "volumes", k).Values.Should().OnlyContain(value => float.IsFinite(value));
        context.Progress.Metrics.Should().OnlyContain(metric => double.IsFinite(metric.Value));
        return result;
    }

    private static async Task Refused(TestJobContext context, string code)
    {
        var run = () => PlantedRun.Run(context);
        (await run.Should().ThrowAsync<JobFailedException>()).Which.Diagnostics.Should().ContainSingle(found => found.Code == code);
    }

    private static Volume Inverted(Volume map, float factor) => map.WithValues(Array.ConvertAll(map.Values, value => -factor * value));

    private static Volume Ball(int centreX, int box)
    {
        var mask = new Volume(box, PlantedStates.PixelSizeAngstrom);
        for (var i = 0; i < mask.Values.Length; i++)
        {
            var (x, y, z) = ((i % box) - (box / 2) - centreX, (i / box % box) - (box / 2), (i / (box * box)) - (box / 2));
            mask.Values[i] = (x * x) + (y * y) + (z * z) < 16 ? 1 : 0;
        }

        return mask;
    }

    private static DataItem Mask(TestJobContext context, string name, Volume mask) => Item(context, name, mask, DataTypes.Mask, "mask");

    private static DataItem Map(TestJobContext context, string name, Volume map) => Item(context, name, map, DataTypes.Volume, "map");

    private static DataItem Item(TestJobContext context, string name, Volume volume, string type, string slot)
    {
        var path = context.File(name + ".mrc");
        MrcVolumeWriter.Write(path, volume);
        return new DataItem
        {
            Type = type,
            Slots = [new(slot, path)],
            Header = new DataHeader { BoxPixels = volume.BoxVoxels, PixelSizeAngstrom = volume.PixelSizeAngstrom },
        };
    }
}
