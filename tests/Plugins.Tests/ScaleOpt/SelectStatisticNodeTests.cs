using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.ScaleOpt;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;
using Testing.Jobs;

namespace Plugins.Tests.ScaleOpt;

/// <summary>Particles are split by their scale, posterior or ESS.</summary>
public class SelectStatisticNodeTests
{
    [Theory]
    [InlineData(".star")]
    [InlineData(".cs")]
    public void A_threshold_parts_particles_by_their_scale(string extension)
    {
        using var scene = new StatisticScene(extension);
        using var context = Context(scene.WithScales(), "minimum", "0.9", "maximum", "1.3");
        var result = Run(context);
        var wanted = RowsWhere(scene, row => scene.Scale[row] is >= 0.9f and <= 1.3f);
        Images(result, "selected").Should().Equal(wanted);
        Images(result, "rejected").Should().Equal(RowsWhere(scene, row => scene.Scale[row] is < 0.9f or > 1.3f));
        result.Summary[0].Rows[0][1].Should().Be(wanted.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        result.Outputs["selected"][0].Header.Count.Should().Be(wanted.Length);
        Path.GetExtension(result.Outputs["selected"][0].PathOf("blob")).Should().Be(extension);
    }

    [Theory]
    [InlineData("component")]
    [InlineData("mode")]
    public void Components_and_modes_of_the_scale_are_told_apart(string splitBy)
    {
        using var scene = new StatisticScene(count: 400);
        using var high = Context(scene.WithScales(), "split_by", splitBy);
        using var low = Context(scene.WithScales(), "split_by", splitBy, "part", "1");
        var (upper, lower) = (Run(high), Run(low));
        Images(upper, "rejected").Should().Equal(Images(lower, "selected"), "two parts share all particles");
        // Of 266 in the upper mode, .5 from the lower with a spread of .1, 0.6 % lie beyond the valley.
        Images(upper, "selected").Count(row => scene.Mode[row] == 1).Should().BeGreaterThan(258);
        Images(lower, "selected").Count(row => scene.Mode[row] == 1).Should().BeLessThan(4);
        upper.Summary.Select(table => table.Title).Should().Equal(
            "Selection by per-particle scale", "Components of the distribution", "Modes of the distribution");
        upper.Summary[1].Rows.Should().HaveCount(2);
        high.Artifacts["statistic_histogram"].NumbersCsv.Should().Contain("mixture");
    }

    [Fact]
    public void A_particle_between_two_components_belongs_to_neither_with_certainty()
    {
        using var scene = new StatisticScene(count: 400);
        CountWith("0.99").Should().BeLessThan(CountWith("0.5"));

        int CountWith(string least)
        {
            using var context = Context(scene.WithScales(), "split_by", "component", "least_probability", least);
            return Images(Run(context), "selected").Length;
        }
    }

    [Fact]
    public void The_number_of_components_can_be_given()
    {
        using var scene = new StatisticScene();
        using var context = Context(scene.WithScales(), "split_by", "component", "components", "3", "part", "2");
        Run(context).Summary[1].Rows.Should().HaveCount(3);
    }

    [Theory]
    [InlineData(".star")]
    [InlineData(".cs")]
    public void Posteriors_and_effective_sample_sizes_part_particles(string extension)
    {
        using var scene = new StatisticScene(extension);
        using var certain = Context(scene.WithPosteriors(), "statistic", "posterior", "minimum", "0.8");
        Images(Run(certain), "selected").Should().Equal(RowsWhere(scene, row => row % 5 is 0 or 1 or 4));
        using var undecided = Context(scene.WithPosteriors(), "statistic", "ess", "minimum", "1.9");
        Images(Run(undecided), "selected").Should().Equal(RowsWhere(scene, row => row % 5 == 2));
    }

    [Fact]
    public void Everything_that_was_written_of_a_particle_stays_with_it()
    {
        using var scene = new StatisticScene();
        using var context = Context(scene.WithScales(), "minimum", "1");
        var result = Run(context);
        var columns = NumberColumns.Of(result.Outputs["selected"][0].PathOf("blob"));
        columns["spScale"].Should().Equal(
            Images(result, "selected").Select(row => (double)scene.Scale[row]), (a, b) => Math.Abs(a - b) < 1e-6);
        columns["spScaleStandardError"].Should().OnlyContain(error => Math.Abs(error - 0.05) < 1e-6);
    }

    [Fact]
    public void Scales_that_are_not_positive_belong_to_no_mode()
    {
        using var scene = new StatisticScene();
        scene.Scale[7] = -0.4f;
        using var context = Context(scene.WithScales(), "split_by", "mode", "part", "1");
        Images(Run(context), "rejected").Should().Contain(7);
    }

    [Fact]
    public void All_selected_is_said()
    {
        using var scene = new StatisticScene();
        using var context = Context(scene.WithScales(), "minimum", "0");
        var result = Run(context);
        result.Outputs["rejected"].Should().BeEmpty();
        result.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("NOTHING_REJECTED");
    }

    [Fact]
    public void A_plan_refuses_what_can_select_nothing()
    {
        Problems().Should().Equal(
            "NO_THRESHOLD: params.minimum: neither minimum nor maximum is given; give one of them, or set split_by: component or mode");
        Problems("minimum", "2", "maximum", "1").Should().Equal(
            "EMPTY_RANGE: params.maximum: 1 is below minimum, 2; nothing lies between them: exchange them");
        Problems("statistic", "posterior", "minimum", "1.5").Should().Equal(
            "OUTSIDE_RANGE: params.minimum: 1.5, but no posterior exceeds 1; use a smaller value");
        Problems("statistic", "ess", "maximum", "0.5").Should().Equal(
            "OUTSIDE_RANGE: params.maximum: 0.5, but no effective sample size is below 1; use a larger value");
        Problems("split_by", "component", "components", "2", "part", "3").Should().Equal(
            "NO_SUCH_PART: params.part: 3 is beyond the last of 2 components; use 1 to 2");

        static string[] Problems(params string[] parameters)
        {
            using var context = Context(new DataItem { Type = DataTypes.Particles, Slots = [] }, parameters);
            var plan = new SelectStatisticNode().PlanAsync(context, default).AsTask().GetAwaiter().GetResult();
            return [.. plan.Diagnostics.Select(diagnostic => diagnostic.ToString())];
        }
    }

    [Fact]
    public void Particles_without_the_statistic_are_refused_in_words()
    {
        using var scene = new StatisticScene();
        var scale = Failure(scene.Plain(), "minimum", "1");
        (scale.Code, scale.Hint).Should().Be(("NO_SCALES", "connect the particles of scale.optimise"));
        var posterior = Failure(scene.Plain(), "statistic", "posterior", "minimum", "0.5");
        (posterior.Code, posterior.Message).Should().Be(("NO_POSTERIORS", "these particles carry no class posteriors"));
    }

    [Fact]
    public void A_selection_of_nothing_tells_where_the_values_lie()
    {
        using var scene = new StatisticScene();
        var failure = Failure(scene.WithScales(), "minimum", "5");
        failure.Message.Should().Be("no particle has 5 or more");
        failure.Hint.Should().MatchRegex("^values lie between 0[.][0-9]+ and 1[.][0-9]+$");
    }

    [Fact]
    public void A_mode_that_does_not_exist_is_refused()
    {
        using var scene = new StatisticScene();
        var failure = Failure(scene.WithScales(), "split_by", "mode", "part", "3");
        failure.Message.Should().Be("part 3 is wanted, but the distribution has 2 modes");
    }

    private static int[] RowsWhere(StatisticScene scene, Func<int, bool> condition) =>
        [.. Enumerable.Range(0, scene.Scale.Length).Where(condition)];

    private static int[] Images(JobResult result, string output)
    {
        var set = ParticleSetReader.Read(ParticleInputs.SourceOf(result.Outputs[output][0])).Set!;
        return [.. set.Particles.Select(particle => particle.ImageIndex)];
    }

    private static JobResult Run(TestJobContext context) =>
        new SelectStatisticNode().RunAsync(context, CancellationToken.None).GetAwaiter().GetResult();

    private static Diagnostic Failure(DataItem particles, params string[] parameters)
    {
        using var context = Context(particles, parameters);
        var run = () => Run(context);
        return run.Should().Throw<JobFailedException>().Which.Diagnostics.Should().ContainSingle().Subject;
    }

    private static TestJobContext Context(DataItem particles, params string[] parameters)
    {
        var context = new TestJobContext().Connect("particles", particles);
        for (var i = 0; i < parameters.Length; i += 2)
            context.Set(parameters[i], parameters[i + 1]);
        return context;
    }
}
