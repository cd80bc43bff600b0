using Plugin.Classify3D.Schedules;

namespace Plugins.Tests.Classify3D.Schedules;

public class ClassSimilarityTests
{
    private static readonly float[] Posteriors = [1, 0, 0, 0.9f, 0.1f, 0, 0.4f, 0.3f, 0.3f];

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(4, 0.3)]
    [InlineData(10, 0)]
    [InlineData(15, 0)]
    public void Similarity_falls_to_nothing_at_the_end_iteration(int iteration, double expected) =>
        ClassSimilarity.At(0.5, 10, iteration, 30).Should().BeApproximately(expected, 1e-12);

    [Fact]
    public void Similarity_is_annealed_within_the_online_iterations_there_are()
    {
        ClassSimilarity.At(0.5, 10, 1, 2).Should().Be(0.25);
        ClassSimilarity.At(0.5, 0, 0, 2).Should().Be(0);
    }

    [Theory]
    [InlineData(0.75)]
    [InlineData(0.95)]
    public void Tuning_raises_similarity_until_the_mean_effective_sample_size_reaches_its_target(double target)
    {
        var similarity = ClassSimilarity.Tuned(Posteriors, [0, 1, 2], 3, 0, target);
        MeanEss(similarity).Should().BeApproximately(3 * target, 1e-4);
    }

    [Fact]
    public void Tuning_never_lowers_similarity()
    {
        ClassSimilarity.Tuned(Posteriors, [0, 1, 2], 3, 0.9, 0.5).Should().Be(0.9);
        ClassSimilarity.Tuned(Posteriors, [0, 1, 2], 3, 0.2, 1).Should().BeApproximately(1, 1e-3);
    }

    private static double MeanEss(double similarity) => Posteriors.Chunk(3).Average(
        one => 1 / one.Sum(posterior => Math.Pow(((1 - similarity) * posterior) + (similarity / 3), 2)));
}
