using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D;
using Plugins.Tests.Classify3D.Planted;
using Plugins.Tests.Classify3D.Regrouping;
using SingleParticle.Particles;
using Testing;
using Testing.Jobs;

namespace Plugins.Tests.Classify3D.Selection;

public sealed class SelectClassesNodeTests(NoisyPlantedStates fixture) : IClassFixture<NoisyPlantedStates>, IDisposable
{
    private readonly PlantedClasses _planted = new(fixture.Particles.Item);

    [Theory]
    [InlineData("class in [1, 3]")]
    [InlineData("class = 1")]
    [InlineData("class != 2")]
    [InlineData("population >= 0.25")]
    [InlineData("posterior > 0.6")]
    [InlineData("ess < 1.8")]
    [InlineData("class in [1, 2] and posterior > 0.6 and ess <= 2")]
    public async Task Particles_that_fulfil_every_condition_are_kept_and_all_others_are_the_rest(string where)
    {
        using var context = Job(where);

        var result = await Run(context);

        var kept = Uids(result.Outputs["particles"][0]);
        var rest = Uids(result.Outputs["rest"].Single());
        kept.Should().Equal(Expected(where, holds: true)).And.NotBeEmpty();
        rest.Should().Equal(Expected(where, holds: false)).And.NotBeEmpty();
    }

    [SharedDataTheory(SmokeRun.Folder)]
    [InlineData(".cs")]
    [InlineData(".star")]
    public async Task Columns_and_posteriors_stay_with_their_particles(string extension)
    {
        using var planted = new PlantedClasses(SmokeRun.Particles(extension));
        using var context = Job("class = 2", planted.WithPosteriors());

        var result = await Run(context);

        var set = SmokeRun.Read(result.Outputs["particles"][0]);
        var classes = set.Table.ReadClasses()!;
        int[] rows = [.. Enumerable.Range(0, planted.States.Length).Where(row => planted.ClassIndex[row] == 1)];
        classes.ClassIndex.Should().OnlyContain(k => k == 1);
        classes.Posteriors.Should().Equal(
            rows.SelectMany(row => planted.Posteriors.Skip(row * classes.ClassCount).Take(classes.ClassCount)));
        var input = SmokeRun.Read(SmokeRun.Particles(extension)).Particles;
        set.Particles.Select(particle => particle.RotationVectorRadians)
            .Should().Equal(rows.Select(row => input[row].RotationVectorRadians));
    }

    [Fact]
    public async Task When_all_are_kept_there_is_no_rest()
    {
        using var context = Job("ess >= 1");
        (await Run(context)).Outputs["rest"].Should().BeEmpty();
    }

    [Theory]
    [InlineData("population > 2")]
    [InlineData("class = 9")]
    public async Task When_nothing_is_kept_the_populations_are_told(string where)
    {
        using var context = Job(where);
        var run = async () => await Run(context);
        var problem = (await run.Should().ThrowAsync<JobFailedException>()).Which.Diagnostics.Single();
        (problem.Code, problem.Target).Should().Be(("NOTHING_SELECTED", "params.where"));
        problem.Hint.Should().Contain("(class 1)").And.Contain("(class 4)");
    }

    [Theory]
    [InlineData("size > 3", "'size > 3'", 1)]
    [InlineData("posterior > 0.9 and class in 3", "'class in 3'", 21)]
    [InlineData("ess < 2  and  class > 1 and  ess", "'ess'", 30)]
    [InlineData("class = [1, 2]", "'class = [1, 2]'", 1)]
    [InlineData("class = 0", "'class = 0'", 1)]
    [InlineData("class = 1.5", "'class = 1.5'", 1)]
    [InlineData("posterior > 0,9", "'posterior > 0,9'", 1)]
    [InlineData("ess < NaN", "'ess < NaN'", 1)]
    [InlineData("ess < 2 and", "'ess < 2 and'", 1)]
    [InlineData("", "''", 1)]
    public async Task A_condition_that_cannot_be_read_is_named_at_the_plan_with_its_place(string where, string part, int place)
    {
        using var context = Job(where);
        var problem = (await new SelectClassesNode().PlanAsync(context, default)).Diagnostics.Single();
        (problem.Code, problem.Severity, problem.Target).Should().Be(("BAD_CONDITION", DiagnosticSeverity.Error, "params.where"));
        problem.Message.Should().StartWith(FormattableString.Invariant($"{part} from character {place} on"))
            .And.Contain("write for instance population >= 0.05");
    }

    [Fact]
    public async Task Particles_without_classes_are_refused()
    {
        using var context = Job("class = 1", fixture.Particles.Item);
        var run = async () => await Run(context);
        (await run.Should().ThrowAsync<JobFailedException>()).Which.Diagnostics.Single().Code.Should().Be("NO_CLASSES");
    }

    public void Dispose() => _planted.Dispose();

    private TestJobContext Job(string where) => Job(where, _planted.WithPosteriors());

    private static TestJobContext Job(string where, DataItem particles) =>
        new TestJobContext().Connect("particles", particles).Set("where", where);

    private static Task<JobResult> Run(TestJobContext context) => new SelectClassesNode().RunAsync(context, default);

    private static IEnumerable<ulong> Uids(DataItem item) => SmokeRun.Read(item).Particles.Select(particle => particle.Uid);

    private List<ulong> Expected(string where, bool holds)
    {
        var particles = SmokeRun.Read(fixture.Particles.Item).Particles;
        return [.. Enumerable.Range(0, particles.Length).Where(row => Holds(where, row) == holds).Select(row => particles[row].Uid)];
    }

    // The conditions of the tests once more, by hand.
    private bool Holds(string where, int row)
    {
        var posteriors = _planted.Posteriors.AsSpan(row * PlantedClasses.ClassCount, PlantedClasses.ClassCount);
        var (k, ess) = (_planted.ClassIndex[row], ClassPosterior.EffectiveSampleSize(posteriors));
        var best = posteriors[k];
        return where switch
        {
            "class in [1, 3]" => k is 0 or 2,
            "class = 1" => k == 0,
            "class != 2" => k != 1,
            "population >= 0.25" => _planted.ClassIndex.Count(other => other == k) >= 0.25 * _planted.ClassIndex.Length,
            "posterior > 0.6" => best > 0.6,
            "ess < 1.8" => ess < 1.8,
            _ => k is 0 or 1 && best > 0.6 && ess <= 2,
        };
    }
}
