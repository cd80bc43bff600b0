using Plugin.Classify3D.Regularization;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Plugins.Tests.Classify3D.Regularization;

public class HeterogeneityTests
{
    private const int Box = 24;

    [Fact]
    public void Voxels_where_both_halves_differ_alike_are_kept_and_noise_is_not()
    {
        var random = new RandomStream(2);
        var gain = Gain(random, voxel => IsInside(voxel) ? 5 : 0);
        gain.Should().OnlyContain(value => value >= 0 && value <= 1);
        Mean(gain, IsInside).Should().BeGreaterThan(0.85);
        Mean(gain, voxel => voxel % Box > 16).Should().BeLessThan(0.25);
    }

    [Fact]
    public void Equal_classes_have_no_heterogeneity_anywhere()
    {
        var heterogeneity = new Heterogeneity(Ones(), 1);
        var nothing = new Volume(Box, 2);
        heterogeneity.Add(nothing, nothing, Correlations(), 1);
        heterogeneity.Gain(6).Values.Should().OnlyContain(value => value == 0);
    }

    private static float[] Gain(RandomStream random, Func<int, float> signal)
    {
        var heterogeneity = new Heterogeneity(Ones(), 2);
        var (a, b) = (Ones(), Ones());
        for (var i = 0; i < a.Values.Length; i++)
            (a.Values[i], b.Values[i]) = (signal(i) + (float)random.NextGaussian(), signal(i) + (float)random.NextGaussian());
        heterogeneity.Add(a, b, Correlations(), 1);
        return heterogeneity.Gain(4).Values;
    }

    private static bool IsInside(int voxel) => voxel % Box is > 2 and < 9;

    private static double Mean(float[] gain, Func<int, bool> where) =>
        Enumerable.Range(0, gain.Length).Where(where).Average(voxel => (double)gain[voxel]);

    private static double[] Correlations() => [.. Enumerable.Repeat(1.0, (Box / 2) + 1)];

    private static Volume Ones()
    {
        var ones = new Volume(Box, 2);
        Array.Fill(ones.Values, 1f);
        return ones;
    }
}
