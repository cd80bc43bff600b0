using Host.Abstractions.Ports;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;
using Testing;

namespace Plugins.Tests.ScaleOpt;

/// <summary>What scale jobs write.</summary>
public class ScaleFileTests
{
    private static readonly string[] StarPowers = ["spScale", "spScaleOptimum", "spImagePower", "spSlicePower", "spCrossCorrelation"];

    private static readonly string[] CsPowers =
        ["alignments3D/alpha", "alignments3D/alpha_min", "alignments3D/image_pow", "alignments3D/slice_pow", "alignments3D/cross_cor"];

    [Fact]
    public void Powers_show_that_the_scale_is_the_one_of_best_fit()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings());
        var star = new ScaleJob(scene.Particles()).Run();
        var cs = new ScaleJob(AsCs(scene)).Run();
        foreach (var (result, names) in new[] { (star, StarPowers), (cs, CsPowers) })
        {
            var (alpha, optimum) = (result.Columns[names[0]], result.Columns[names[1]]);
            var (image, slice, cross) = (result.Columns[names[2]], result.Columns[names[3]], result.Columns[names[4]]);
            for (var i = 0; i < alpha.Length; i++)
            {
                optimum[i].Should().Be(alpha[i]);
                (cross[i] / (2 * slice[i])).Should().BeApproximately(1, 1e-5);
                image[i].Should().BeGreaterThan(cross[i] - slice[i], "no image is explained to more than all of it");
            }
        }

        var (error, errors) = (cs.Columns["alignments3D/error"], cs.Columns);
        for (var i = 0; i < error.Length; i++)
            error[i].Should().BeApproximately(
                errors[CsPowers[2]][i] - errors[CsPowers[4]][i] + errors[CsPowers[3]][i], 1e-5 * errors[CsPowers[2]][i]);
    }

    [Fact]
    public void Powers_of_a_scale_that_is_not_of_best_fit_tell_by_how_much()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings());
        var result = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()).Set("level", "micrograph").Run();
        var columns = StarPowers.Select(name => result.Columns[name]).ToArray();
        for (var i = 0; i < result.Scale.Length; i++)
            (columns[4][i] / (2 * columns[3][i])).Should().BeApproximately(columns[1][i] / columns[0][i], 1e-4);
    }

    [Fact]
    public void The_same_particles_give_the_same_scales_from_cs_and_from_star()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { HalfSetOf = row => (row % 2) + 1 });
        // Components of particles of one state are noise, which the last digits of the poses decide.
        var star = new ScaleJob(scene.Particles()).Set("free_components", "0").Run();
        var cs = new ScaleJob(AsCs(scene)).Set("free_components", "0").Run();
        for (var i = 0; i < star.Scale.Length; i++)
            cs.Scale[i].Should().BeApproximately(star.Scale[i], 1e-4);
    }

    [Fact]
    public void Results_are_the_same_bits_on_one_thread_and_on_two()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings());
        var one = new ScaleJob(scene.Particles()) { ThreadCount = 1 }.Run();
        var two = new ScaleJob(scene.Particles()) { ThreadCount = 2 }.Run();
        two.Scale.Should().Equal(one.Scale);
        two.StandardError.Should().Equal(one.StandardError);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Pictures_and_tables_do_not_depend_on_the_country(string culture)
    {
        using var scope = new CultureScope(culture);
        using var scene = new ScaleScene(new ScaleSceneSettings { Count = 100 });
        var job = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume());
        job.Run((context, result) =>
        {
            result.Summary[0].Rows[0][2].Should().Be("1.000");
            context.Artifacts["scale_against_defocus"].NumbersCsv.Split('\n')[1].Split(',').Should().HaveCount(3);
            context.Artifacts["scale_by_viewing_direction"].NumbersCsv.Split('\n')[1].Split(',').Should().HaveCount(3);
        });
        job.Artifacts.Should().Equal("scale_against_defocus", "scale_by_micrograph", "scale_by_viewing_direction", "scale_histogram");
    }

    [Fact]
    public void What_is_delivered_is_what_was_promised()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { Count = 200 });
        foreach (var job in new[] { new ScaleJob(scene.Particles()), new ScaleJob(scene.Particles()).Connect("volume", scene.Volume()) })
        {
            var (plan, result) = (job.Plan(), job.Run());
            plan.Diagnostics.Should().BeEmpty();
            foreach (var (name, items) in result.Job.Outputs.Where(output => output.Key != "rejected"))
                items.Select(item => (item.Type, item.Header.BoxPixels, item.Header.PixelSizeAngstrom, Slots(item))).Should().Equal(
                    plan.Outputs[name].Select(item => (item.Type, item.Header.BoxPixels, item.Header.PixelSizeAngstrom, Slots(item))));
        }

        static string Slots(DataItem item) => string.Join(",", item.Slots.Select(slot => slot.Name));
    }

    [Fact]
    public void The_plan_counts_rounds_and_free_components()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { Count = 200 });
        ScaleJob Job(int rounds, int components) =>
            new ScaleJob(scene.Particles()).Set("rounds", $"{rounds}").Set("free_components", $"{components}");
        double Seconds(ScaleJob job) => job.Plan().Resources.CpuSeconds;
        Seconds(Job(2, 0)).Should().BeGreaterThan(Seconds(Job(1, 0)));
        Seconds(Job(2, 4)).Should().BeGreaterThan(Seconds(Job(2, 0)));
        Seconds(Job(2, 20)).Should().BeGreaterThan(Seconds(Job(2, 4)));
    }

    private static DataItem AsCs(ScaleScene scene)
    {
        var item = scene.Particles();
        var set = ParticleSetReader.Read(ParticleInputs.SourceOf(item)).Set!;
        var path = Path.ChangeExtension(scene.ParticlesPath, ".cs");
        ParticleConversion.ToCryosparc(set).Table.Write(
            path, new ParticleUpdate { Rows = [.. Enumerable.Range(0, set.Particles.Length)] }, ImagePathStyle.RelativeToFile);
        return item with { Slots = [.. item.Slots.Select(slot => slot with { Path = path })] };
    }
}
