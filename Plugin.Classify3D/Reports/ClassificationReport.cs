using System.Globalization;
using Host.Abstractions.Running;
using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Outputs;
using Plugin.Classify3D.Schedules;
using SingleParticle.Nodes.Pictures;

namespace Plugin.Classify3D.Reports;

/// <summary>Pictures and tables of a classification.</summary>
internal static class ClassificationReport
{
    /// <summary>Draws every picture.</summary>
    /// <param name="artifacts">Where pictures go.</param>
    /// <param name="problem">What stayed fixed.</param>
    /// <param name="result">The classification.</param>
    public static void Draw(IArtifactSink artifacts, ClassificationProblem problem, Classification result)
    {
        artifacts.Add(ClassSizes(result).ToArtifact("class_sizes"));
        artifacts.Add(Convergence(result).ToArtifact("convergence"));
        artifacts.Add(EssHistogram(result).ToArtifact("ess_histogram"));
        artifacts.Add(ScaleHistogram(result).ToArtifact("scale_histogram"));
        artifacts.Add(ShellCorrelations(problem, result).ToArtifact("fsc"));
        var maps = result.Classes.Select((solved, k) => (ClassificationOutputs.LabelOf(k), problem.Composition.Compose(solved.Map)));
        artifacts.Add(SliceMontage.Of("class_slices", "Class maps", [("consensus", problem.Consensus.Map.Map), .. maps]));
    }

    /// <summary>The table of classes, and how EM ended.</summary>
    /// <param name="result">The classification.</param>
    public static IReadOnlyList<SummaryTable> Summarise(Classification result)
    {
        var accepted = result.AcceptedRows();
        var last = result.Records[^1];
        var rows = new List<IReadOnlyList<string>>();
        for (var k = 0; k < result.ClassCount; k++)
        {
            var members = accepted.Where(row => result.ClassIndex[row] == k).ToArray();
            var posterior = members.Length == 0 ? 0 : members.Average(row => (double)result.Posteriors[(row * result.ClassCount) + k]);
            rows.Add(
                [
                    Text($"{k + 1}"),
                    Text($"{members.Length}"),
                    Text($"{100.0 * members.Length / Math.Max(1, accepted.Length):0.0}"),
                    Text($"{posterior:0.000}"),
                    Text($"{result.Classes[k].ResolutionAngstrom:0.0}"),
                ]);
        }

        return
        [
            new SummaryTable("Classes", ["class", "particles", "share %", "mean posterior", "resolution Å"], rows),
            new SummaryTable("Expectation maximisation",
            [
                "full iterations",
                "ended because",
                "switched %",
                "mean class ESS",
                "rejected particles",
            ],
                [
                    [
                        Text($"{result.Records.Count}"),
                        ReasonText(result.Reason),
                        Text($"{last.SwitchedPercent:0.00}"),
                        Text($"{last.MeanEffectiveSampleSize:0.00}"),
                        Text($"{result.RejectedRows().Length}"),
                    ],
                ]),
        ];
    }

    private static Chart ClassSizes(Classification result) => new()
    {
        Title = "Class sizes",
        XLabel = "full iteration",
        YLabel = "particles (sum of posteriors)",
        YRange = (0, 0),
        Series = [.. result.Order.Select((original, k) => new ChartSeries(
            ClassificationOutputs.LabelOf(k), Iterations(result), [.. result.Records.Select(record => record.ClassSizes[original])]))],
    };

    private static Chart Convergence(Classification result) => new()
    {
        Title = "Particles that changed class",
        XLabel = "full iteration",
        YLabel = "switched particles %",
        YRange = (0, 100),
        Series = [new ChartSeries("", Iterations(result), [.. result.Records.Select(record => record.SwitchedPercent)])],
    };

    private static Chart EssHistogram(Classification result) => new()
    {
        Title = "Effective sample size over classes",
        XLabel = "class ESS per particle",
        YLabel = "particles",
        Style = ChartStyle.Bar,
        Series = [Histogram.Of("", result.AcceptedRows().Select(row => (float)ClassPosteriors.EffectiveSampleSize(
            result.Posteriors.AsSpan(row * result.ClassCount, result.ClassCount))), 1, result.ClassCount, 40)],
    };

    private static Chart ScaleHistogram(Classification result) => new()
    {
        Title = "Per-particle scale",
        XLabel = "scale",
        YLabel = "particles",
        Style = ChartStyle.Bar,
        Series = [Histogram.Of("", result.Scale, Math.Min(0, result.Scale.Min()), Math.Max(2, result.Scale.Max()), 60)],
    };

    private static Chart ShellCorrelations(ClassificationProblem problem, Classification result)
    {
        var data = problem.Engine.Data;
        var edgeAngstrom = data.WorkingBoxPixels * data.WorkingPixelSizeAngstrom;
        double[] frequencies = [.. Enumerable.Range(0, data.Plane.LastShell + 1).Select(shell => shell / edgeAngstrom)];
        return new Chart
        {
            Title = "Fourier shell correlation between half maps",
            XLabel = "spatial frequency 1/Å",
            YLabel = "FSC",
            YRange = (0, 1),
            Guides = [0.143],
            Series =
            [
                new ChartSeries("consensus", frequencies, problem.Consensus.Map.Correlations),
                .. result.Classes.Select(
                    (solved, k) => new ChartSeries(ClassificationOutputs.LabelOf(k), frequencies, solved.Correlations)),
            ],
        };
    }

    private static double[] Iterations(Classification result) => [.. result.Records.Select(record => (double)record.Iteration)];

    private static string ReasonText(StopReason reason) => reason switch
    {
        StopReason.FewSwitches => "few particles switched",
        StopReason.DensitiesSettled => "class maps settled",
        _ => "iteration limit",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
