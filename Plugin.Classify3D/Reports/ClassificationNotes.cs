using System.Globalization;
using Host.Abstractions.Planning;
using Plugin.Classify3D.Evidence;
using Plugin.Classify3D.Outputs;
using SingleParticle.Geometry;
using SingleParticle.Nodes.Pictures;

namespace Plugin.Classify3D.Reports;

/// <summary>What a careful colleague would say about a classification.</summary>
internal static class ClassificationNotes
{
    private const int MostPairsNamed = 12;
    private const double LargestScaleShare = 0.25;
    private const double LargestViewShare = 0.1;
    private const int ViewRings = 6;

    /// <summary>Warnings and notes, the gravest first.</summary>
    /// <param name="view">The classification.</param>
    public static IReadOnlyList<Diagnostic> Of(ClassificationView view)
    {
        Diagnostic?[] notes = [Homogeneous(view), Alike(view), FollowScale(view), FollowViews(view), Empty(view)];
        return [.. notes.OfType<Diagnostic>()];
    }

    private static Diagnostic? Homogeneous(ClassificationView view) => !view.Evidence.NothingToSeparate
        ? null
        : Warning(
            "NOTHING_TO_SEPARATE",
            Text($"against maps that no particle is part of, the mean effective sample size is ")
                + Text($"{view.Evidence.MeanEffectiveSampleSize:0.0} of {view.Result.ClassCount} classes: ")
                + "the data do not tell the classes apart",
            "take the particles as one class; or look for smaller differences with a focus mask or a finer target resolution");

    private static Diagnostic? Alike(ClassificationView view)
    {
        var pairs = view.Evidence.AlikePairs.ToList();
        if (pairs.Count == 0 || view.Evidence.NothingToSeparate)
            return null;
        var named = string.Join(", ", pairs.Take(MostPairsNamed).Select(pair => Text($"{pair.First + 1} and {pair.Second + 1}")));
        var more = pairs.Count > MostPairsNamed ? Text($" and {pairs.Count - MostPairsNamed} more pairs") : "";
        return new Diagnostic(
            "LOOK_ALIKE_CLASSES",
            DiagnosticSeverity.Note,
            "",
            $"the data do not tell these classes apart: {named}{more}",
            "merge them with regroup.classes, or ask for fewer classes");
    }

    // Share of the variance of scales that lies between classes.
    private static Diagnostic? FollowScale(ClassificationView view)
    {
        var (result, rows) = (view.Result, view.Result.AcceptedRows());
        if (rows.Length == 0)
            return null;
        var mean = rows.Average(row => (double)result.Scale[row]);
        var total = rows.Sum(row => Math.Pow(result.Scale[row] - mean, 2));
        var between = rows.GroupBy(row => result.ClassIndex[row])
            .Sum(group => group.Count() * Math.Pow(group.Average(row => (double)result.Scale[row]) - mean, 2));
        return total <= 0 || between < LargestScaleShare * total
            ? null
            : Warning(
                "CLASSES_FOLLOW_SCALE",
                Text($"{100 * between / total:0} % of the variance of the particles' scale lies between classes: they differ in contrast"),
                "see scale_by_class; set per_particle_scale: optimal, or split the particles by scale first");
    }

    // Information that classes carry about views, in parts of their own; less what chance would give.
    private static Diagnostic? FollowViews(ClassificationView view)
    {
        var (result, bins) = (view.Result, new DirectionBins(ViewRings));
        var particles = view.Problem.Engine.Data.Set.Particles;
        var counts = new double[result.ClassCount, bins.Count];
        foreach (var row in result.AcceptedRows())
            counts[result.ClassIndex[row], bins.IndexOf(Rotations.PoseMatrix(particles[row].RotationVectorRadians).ViewingDirection)]++;
        var share = MutualInformation.ShareOfFirst(counts);
        return share < LargestViewShare
            ? null
            : Warning(
                "CLASSES_FOLLOW_VIEWS",
                Text($"classes carry {100 * share:0} % of their information about viewing directions: they sort views, not structures"),
                "see viewing_directions; poses may be wrong, or one view dominates: use fewer classes, a focus mask or a coarser target");
    }

    private static Diagnostic? Empty(ClassificationView view)
    {
        var empty = view.Figures.Where(of => of.ParticleCount == 0).Select(of => ClassificationOutputs.LabelOf(of.ClassIndex)).ToList();
        return empty.Count == 0
            ? null
            : new Diagnostic(
                "EMPTY_CLASSES",
                DiagnosticSeverity.Note,
                "",
                $"no particle is most likely in {string.Join(", ", empty)}",
                "ask for fewer classes");
    }

    private static Diagnostic Warning(string code, string message, string hint) =>
        new(code, DiagnosticSeverity.Warning, "", message, hint);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
