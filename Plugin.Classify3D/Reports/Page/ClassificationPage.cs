using System.Globalization;
using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Plugin.Classify3D.FullResolution;
using Plugin.Classify3D.Schedules;
using SingleParticle.Nodes.Reports;

namespace Plugin.Classify3D.Reports.Page;

/// <summary>The report of a classification: one page from the answer down to the settings.</summary>
internal sealed class ClassificationPage
{
    // The answer says these in its own words.
    private const string SaidAlready = "LOOK_ALIKE_CLASSES";
    private const string SaidAlreadyOfAll = "NOTHING_TO_SEPARATE";

    private readonly ClassificationView _view;
    private readonly ReportInputs _inputs;
    private readonly Dictionary<string, Artifact> _figures;
    private readonly ReportPage _page;

    private ClassificationPage(ClassificationView view, ReportInputs inputs)
    {
        (_view, _inputs) = (view, inputs);
        _figures = inputs.Figures.ToDictionary(figure => figure.Name);
        var data = view.Problem.Engine.Data;
        _page = new ReportPage(
            "3D classification",
            Text($"{view.Result.AcceptedRows().Length} particles in {view.Result.ClassCount} classes; ")
                + Text($"working box {view.Consensus.BoxVoxels} px of {view.Consensus.PixelSizeAngstrom:0.###} Å, ")
                + Text($"images of {data.Set.OpticsGroups[0].BoxPixels} px of {data.Set.OpticsGroups[0].PixelSizeAngstrom:0.###} Å"));
    }

    /// <summary>Makes the page.</summary>
    /// <param name="view">The classification.</param>
    /// <param name="inputs">What else is told.</param>
    /// <returns>An XHTML document that loads nothing.</returns>
    public static string ToHtml(ClassificationView view, ReportInputs inputs)
    {
        var page = new ClassificationPage(view, inputs);
        page.Answer();
        page.Classes();
        page.Evidence();
        page.Course();
        page.Particles();
        page.Maps();
        page.Settings();
        return page._page.ToHtml();
    }

    private void Answer()
    {
        var verdict = Verdict.Of(_view);
        _page.Statement(verdict.Tone, verdict.Statement, verdict.Detail);
        var (result, evidence) = (_view.Result, _view.Evidence);
        _page.Tiles(
        [
            (Text($"{result.AcceptedRows().Length}"), "particles classified"),
            (Text($"{verdict.SupportedCount} of {result.ClassCount}"), "classes that the data tell apart"),
            (Text($"{result.Records[^1].MeanEffectiveSampleSize:0.00}"), "mean class ESS (1 = certain)"),
            (Text($"{evidence.MeanEffectiveSampleSize:0.00}"), "the same, held out"),
            (ClassificationSummary.ResolutionText(_view.Problem.Consensus.Map), "resolution of the consensus"),
            (Text($"{result.Records.Count}"), $"iterations; {ClassificationSummary.ReasonText(result.Reason)}"),
            (Text($"{result.RejectedRows().Length}"), "particles rejected for their scale"),
        ]);
        foreach (var diagnostic in _inputs.Diagnostics.Where(diagnostic => diagnostic.Code is not (SaidAlready or SaidAlreadyOfAll)))
            _page.Statement(
                diagnostic.Severity == DiagnosticSeverity.Note ? ReportTone.Note : ReportTone.Warning, Sentence(diagnostic.Message),
                Sentence(diagnostic.Hint));
    }

    private void Classes()
    {
        _page.Section(
            "Classes",
            "Surfaces at one density level for all classes: red where a class has more density than the consensus, blue where it "
                + "lacks some. A posterior near 1 and an ESS near 1 mean that particles are sure of their class; held out means "
                + "against maps that no particle is part of, which is the honest number.");
        _page.Raw(ClassTable.ToHtml(_view));
        Figure("class_slices", "Red and blue: more and less density than the consensus.");
    }

    private void Evidence()
    {
        _page.Section(
            "Do the data support these classes?",
            "Two classes look alike when particles cannot tell them apart, or when their difference is not seen in both half-sets.");
        Figure("class_overlap", "Dark off the diagonal: two classes that share their particles.");
        Figure("class_differences", "Numbers: overlap, difference, its significance in standard deviations, verdict.");
        if (_view.Evidence.AlikePairs.Any())
            _page.Table(ClassificationSummary.AlikePairs(_view));
    }

    private void Course()
    {
        _page.Section("How it came about");
        Figure("class_sizes", "Sizes that still drift at the end ask for more iterations.");
        Figure("class_flow", "Each band is particles that went from one class to another; straight bands mean settled classes.");
        Figure("convergence", "Effective sample size: 1 when every particle is sure of its class.");
        _page.BeginDetails("All iterations");
        _page.Table(Iterations());
        _page.EndDetails();
    }

    private void Particles()
    {
        _page.Section("Particles");
        Figure("ess_histogram", "A peak at 1: particles that are sure. A peak further right: particles that fit several classes.");
        Figure("viewing_directions", "Classes should be seen from the same directions as all particles together.");
        Figure("scale_histogram", "Several peaks, and classes that sit in one of them: contrast, not structure, may have sorted.");
        Figure("scale_by_class", "Boxes at the same height are good: classes do not follow contrast.");
    }

    private void Maps()
    {
        _page.Section("Maps and masks");
        Figure("fsc", "Correlation of half maps; both half-sets were sorted by the same maps, so that curves of classes flatter a little.");
        Figure(FullResolutionMaps.ChartName, "The same for the maps made from the uncropped images.");
        Figure("masks", "Outside the focus mask every class is the consensus; outside the solvent mask there is nothing.");
    }

    private void Settings()
    {
        _page.Section("Settings", "Changed settings stand out.");
        _page.Raw(SettingsTable.ToHtml(_inputs.Parameters, _inputs.Seed));
    }

    private void Figure(string name, string caption)
    {
        if (_figures.TryGetValue(name, out var figure))
            _page.Figure(figure, caption);
    }

    private SummaryTable Iterations() => new(
        "Iterations",
        ["iteration", "kind", "switched %", "density change", "mean class ESS", "log-likelihood", "learning rate", "similarity"],
        [
            .. _view.Result.Records.Select(record => (IReadOnlyList<string>)
            [
                Text($"{record.Iteration}"),
                record.Kind == IterationKind.Online ? "online" : "full",
                Text($"{record.SwitchedPercent:0.00}"),
                Text($"{record.DensityChange:0.0000}"),
                Text($"{record.MeanEffectiveSampleSize:0.000}"),
                Text($"{record.MeanLogLikelihood:0.0}"),
                Text($"{record.LearningRate:0.000}"),
                Text($"{record.ClassSimilarity:0.00}"),
            ]),
        ]);

    private static string Sentence(string text) =>
        text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..] + (text[^1] is '.' or '?' or '!' ? "" : ".");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
