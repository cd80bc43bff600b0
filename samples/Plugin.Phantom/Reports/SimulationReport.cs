using System.Globalization;
using Host.Abstractions.Running;
using Plugin.Phantom.Molecules;
using Plugin.Phantom.Particles;
using SingleParticle.Nodes.Pictures;

namespace Plugin.Phantom.Reports;

/// <summary>Pictures and tables of a simulation.</summary>
internal static class SimulationReport
{
    private const int HistogramBins = 60;

    /// <summary>Draws the histogram of the true scales.</summary>
    /// <param name="artifacts">Where pictures go.</param>
    /// <param name="particles">The particles.</param>
    public static void Draw(IArtifactSink artifacts, IReadOnlyList<SimulatedParticle> particles)
    {
        float[] scales = [.. particles.Select(particle => particle.Truth.Scale)];
        artifacts.Add(new Chart
        {
            Title = "True per-particle scale",
            XLabel = "scale",
            YLabel = "particles",
            Style = ChartStyle.Bar,
            Series = [Histogram.Of("", scales, 0, Math.Max(2, scales.Max()), HistogramBins)],
        }.ToArtifact("true_scale_histogram"));
    }

    /// <summary>The table of states.</summary>
    /// <param name="particles">The particles.</param>
    /// <param name="states">The states.</param>
    public static SummaryTable Summarise(IReadOnlyList<SimulatedParticle> particles, IReadOnlyList<MolecularState> states) => new(
        "Simulated particles",
        ["state", "label", "name", "particles", "mean scale"],
        [
            .. states.Select((state, k) =>
            {
                var scales = particles.Where(particle => particle.State == k).Select(particle => (double)particle.Truth.Scale).ToArray();
                var mean = scales.DefaultIfEmpty(0).Average();
                return (IReadOnlyList<string>)
                    [Text($"{k}"), Text($"{state.Label}"), state.Name, Text($"{scales.Length}"), Text($"{mean:0.000}")];
            }),
        ]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
