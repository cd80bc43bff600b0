using System.Globalization;
using SingleParticle.Nodes.Reports;

namespace Plugin.Classify3D.Reports.Page;

/// <summary>What came of a classification in one plain sentence, and what to do with it in another.</summary>
/// <param name="Tone">How it is meant.</param>
/// <param name="Statement">What came of it.</param>
/// <param name="Detail">What follows.</param>
/// <param name="SupportedCount">Number of classes that the data tell apart.</param>
internal sealed record Verdict(ReportTone Tone, string Statement, string Detail, int SupportedCount)
{
    /// <summary>Words for it.</summary>
    /// <param name="view">The classification.</param>
    public static Verdict Of(ClassificationView view)
    {
        var (count, evidence) = (view.Result.ClassCount, view.Evidence);
        var occupied = view.Figures.Count(of => of.ParticleCount > 0);
        if (evidence.NothingToSeparate)
            return new Verdict(
                ReportTone.Warning,
                Text($"The data do not tell the {count} classes apart."),
                "Take the particles as one class, or look for smaller differences with a focus mask or at finer resolution.",
                1);
        var groups = evidence.AlikeGroups();
        var supported = Math.Max(1, count - groups.Sum(group => group.Length - 1));
        if (groups.Count > 0)
            return new Verdict(
                ReportTone.Note,
                Text($"The data support {supported} different classes of the {count} asked for."),
                $"Alike are {string.Join("; ", groups.Select(Listed))}. "
                    + "Merge them with the node regroup.classes, or ask for fewer classes.",
                supported);
        return occupied < count
            ? new Verdict(ReportTone.Note, Text($"{occupied} of {count} classes have particles."), "", occupied)
            : new Verdict(
                ReportTone.Good,
                Text($"The data tell all {count} classes apart."),
                "No two look alike; there may be more states than classes: ask for a few more to find out.",
                count);
    }

    private static string Listed(int[] group)
    {
        var numbers = Array.ConvertAll(group, k => Text($"{k + 1}"));
        return $"classes {string.Join(", ", numbers[..^1])} and {numbers[^1]}";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
