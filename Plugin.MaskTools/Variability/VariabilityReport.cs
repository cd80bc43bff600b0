using System.Globalization;
using Host.Abstractions.Running;
using SingleParticle.Masks;
using SingleParticle.Nodes.Pictures;
using SingleParticle.Variability;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Variability;

/// <summary>What was found out about variability, as a table and a chart.</summary>
internal static class VariabilityReport
{
    private const int BinCount = 60;

    /// <summary>The table.</summary>
    /// <param name="variance">Local variance.</param>
    /// <param name="consensus">Consensus on the working box.</param>
    /// <param name="windowAngstrom">Width of the window in Å.</param>
    public static SummaryTable Summarise(LocalVariance variance, Volume consensus, double windowAngstrom)
    {
        var peak = DensityStatistics.Of(variance.Significance.Values).Maximum;
        var deviation = variance.DeviationPerRootSignificance * Math.Sqrt(Math.Max(0, peak));
        var strongest = DensityStatistics.Of(consensus.Values).Maximum;
        return new SummaryTable(
            "Variability",
            ["quantity", "value"],
            [
                ["particles", Text($"{variance.ParticleCount}")],
                ["window, Å", Text($"{windowAngstrom:0.##}")],
                ["largest significance, standard deviations of noise", Text($"{peak:0.0}")],
                ["deviation of density there, % of the consensus' maximum", Text($"{100 * deviation / strongest:0.0}")],
                ["variance in solvent over that of noise", Text($"{variance.BackgroundRatio:0.0000}")],
            ]);
    }

    /// <summary>Draws how significance is distributed within the solvent mask.</summary>
    /// <param name="artifacts">Where pictures go.</param>
    /// <param name="variance">Local variance.</param>
    /// <param name="mask">Solvent mask on the working box.</param>
    public static void Draw(IArtifactSink artifacts, LocalVariance variance, Volume mask)
    {
        var inside = variance.Significance.Values.Where((_, i) => mask.Values[i] >= 0.5f).ToList();
        artifacts.Add(new Chart
        {
            Title = "Variability within the solvent mask",
            XLabel = "significance, standard deviations of noise",
            YLabel = "voxels",
            Style = ChartStyle.Bar,
            Series = [Histogram.Of("", inside, inside.Min(), inside.Max(), BinCount)],
        }.ToArtifact("variability_histogram"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
