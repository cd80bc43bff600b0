using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Masks;

public class ThresholdTests
{
    private static readonly Volume Map = Bodies.Waves(16, 6, pixelSizeAngstrom: 1.5);

    [Fact]
    public void A_value_is_a_density_and_a_fraction_is_of_the_largest()
    {
        new ThresholdRule(ThresholdKind.Value, -0.3).DensityOn(Map).Should().Be(-0.3);
        new ThresholdRule(ThresholdKind.FractionOfMaximum, 0.25).DensityOn(Map).Should().BeApproximately(Map.Values.Max() / 4, 1e-6);
        ThresholdRule.Automatic.DensityOn(Map).Should().BeApproximately(Map.Values.Max() / 5, 1e-6);
    }

    [Fact]
    public void Sigma_counts_standard_deviations_from_the_mean()
    {
        var mean = Map.Values.Average(value => (double)value);
        var deviation = Math.Sqrt(Map.Values.Average(value => (value - mean) * (value - mean)));
        new ThresholdRule(ThresholdKind.Sigma, 1.5).DensityOn(Map).Should().BeApproximately(mean + (1.5 * deviation), 1e-6);
    }

    [Fact]
    public void Spread_is_found_below_a_large_offset()
    {
        var shifted = Map.WithValues(Array.ConvertAll(Map.Values, value => value + 4096));
        DensityStatistics.Of(shifted.Values).StandardDeviation
            .Should().BeApproximately(DensityStatistics.Of(Map.Values).StandardDeviation, 1e-3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(4096)]
    public void A_volume_encloses_that_many_voxels(int voxelCount)
    {
        var volume = voxelCount * Math.Pow(1.5, 3);
        var threshold = new ThresholdRule(ThresholdKind.EnclosedVolume, volume).DensityOn(Map);
        Map.Values.Count(value => value >= threshold).Should().Be(voxelCount);
        new ThresholdRule(ThresholdKind.MolecularMass, volume / 1212.2).DensityOn(Map).Should().Be(threshold);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void Ranks_are_those_of_a_sorted_list_whatever_the_signs(int rank)
    {
        float[] values = [-0.0f, 3e-40f, -5, 7, 0, 7, -1e30f, 1e-3f];
        RankSelection.Largest(values, rank).Should().Be(values.OrderDescending().ElementAt(rank - 1));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1e6)]
    public void A_volume_below_a_voxel_or_above_the_box_is_refused_with_both_sizes(double volume)
    {
        var find = () => new ThresholdRule(ThresholdKind.EnclosedVolume, volume).DensityOn(Map);
        find.Should().Throw<InvalidOperationException>().WithMessage("*a voxel has 3.375 Å³, the whole box 13824 Å³*");
    }

    [Fact]
    public void The_curve_counts_what_lies_at_or_above_each_threshold()
    {
        var curve = EnclosedVolumeCurve.Of(Map, -1, 3, 41);
        curve.Thresholds.Should().HaveCount(41).And.BeInAscendingOrder();
        for (var i = 0; i < 41; i++)
            curve.VolumesAngstrom3[i].Should().BeApproximately(Map.Values.Count(value => value >= curve.Thresholds[i]) * 3.375, 1e-6);
    }

    [Fact]
    public void A_kilodalton_of_protein_fills_1212_cubic_Angstrom()
    {
        ProteinVolume.OfMass(1).Should().BeApproximately(1212.2, 0.1);
        ProteinVolume.ToMass(ProteinVolume.OfMass(465)).Should().BeApproximately(465, 1e-9);
    }
}
