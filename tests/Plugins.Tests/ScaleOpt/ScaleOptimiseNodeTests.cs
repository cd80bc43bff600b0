using Testing;
using Testing.Jobs;

namespace Plugins.Tests.ScaleOpt;

public class ScaleOptimiseNodeTests
{
    [Fact]
    public void Scales_against_the_true_map_follow_the_truth_with_calibrated_errors()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings());
        var result = Run(scene);
        var truth = result.OfDelivered(scene.Scale);
        Agreement.Between(result.Scale, truth).Correlation.Should().BeGreaterThan(0.9);
        Agreement.Between(result.Scale, truth).Slope.Should().BeApproximately(1, 0.05);
        Agreement.ZVariance(result.Scale, truth, result.StandardError).Should().BeApproximately(1, 0.15);
        result.Scale.Average().Should().BeApproximately(1, 1e-5);
    }

    [SharedDataFact("data/complex64/particles.cs")]
    public void Particles_of_another_simulator_show_their_scales_against_their_own_map()
    {
        var set = new CheckSet("complex64");
        using var context = new TestJobContext();
        context.Connect("particles", set.Particles()).Connect("volume", set.Map("raw_class_1_64.mrc"));
        var result = ScaleResult.Run(context);
        var (truth, state) = (result.OfDelivered(set.Scale), result.OfDelivered(set.State));
        var own = Enumerable.Range(0, truth.Length).Where(i => state[i] == 0).ToArray();
        var agreement = Agreement.Between([.. own.Select(i => result.Scale[i])], [.. own.Select(i => truth[i])]);
        agreement.Correlation.Should().BeGreaterThan(0.97);
        agreement.Slope.Should().BeApproximately(1, 0.02);
    }

    private static ScaleResult Run(ScaleScene scene)
    {
        using var context = new TestJobContext();
        context.Connect("particles", scene.Particles()).Connect("volume", scene.Volume());
        return ScaleResult.Run(context);
    }
}
