using System.Globalization;
using System.Text;
using Plugin.Classify3D.Outputs;
using SingleParticle.Nodes.Pictures;
using SingleParticle.Nodes.Reports;

namespace Plugin.Classify3D.Reports.Page;

/// <summary>The table of classes with their pictures.</summary>
internal static class ClassTable
{
    private const string Heading = """
        <div class="scroll"><table id="classes"><thead><tr><th>class</th><th>seen along z, y, x</th><th class="number">particles</th>
        <th class="number">share %</th><th class="number">resolution Å</th><th class="number">mean posterior</th>
        <th class="number">held-out posterior</th><th class="number">class ESS</th><th>looks like</th></tr></thead><tbody>
        """;

    /// <summary>The table as part of a page.</summary>
    /// <param name="view">The classification.</param>
    public static string ToHtml(ClassificationView view)
    {
        var (html, thumbnails) = (new StringBuilder(Heading), new ClassThumbnails(view));
        var largest = view.Figures.Max(of => of.Share);
        foreach (var of in view.Figures)
        {
            var colour = ClassColours.Of(of.ClassIndex);
            html.Append("\n<tr><td class=\"name\"><span class=\"chip\" style=\"background:").Append(colour).Append("\"></span>")
                .Append(CultureInfo.InvariantCulture, $"{of.ClassIndex + 1}</td><td class=\"thumbnails\">")
                .Append(thumbnails.ToHtml(of.ClassIndex)).Append("</td>");
            Number(html, Text($"{of.ParticleCount}"));
            Number(html, Text($"{100 * of.Share:0.0}"), Bar(largest > 0 ? of.Share / largest : 0, colour));
            Number(html, ClassificationSummary.ResolutionText(view.Result.Classes[of.ClassIndex]).Replace(" Å", ""));
            Number(html, OrDash(of, of.MeanPosterior));
            Number(html, OrDash(of, view.Evidence.HeldOutPosteriors[of.ClassIndex]));
            Number(html, OrDash(of, of.MeanEffectiveSampleSize));
            html.Append("<td>").Append(ReportPage.Escape(LooksLike(view, of.ClassIndex))).Append("</td></tr>");
        }

        return html.Append("\n</tbody></table></div>").ToString();
    }

    /// <summary>Numbers of the classes that the data do not tell from a class, or a dash.</summary>
    /// <param name="view">The classification.</param>
    /// <param name="k">Class, 0-based.</param>
    public static string LooksLike(ClassificationView view, int k)
    {
        var others = view.Evidence.AlikePairs.Where(pair => pair.First == k || pair.Second == k)
            .Select(pair => Text($"{(pair.First == k ? pair.Second : pair.First) + 1}")).ToList();
        return others.Count > 0 ? string.Join(", ", others) : "-";
    }

    private static string Bar(double part, Rgb colour) =>
        Text($"<span class=\"bar\"><i style=\"width:{100 * part:0.#}%;background:{colour}\"></i></span>");

    private static string OrDash(ClassFigures of, double value) => of.ParticleCount == 0 ? "-" : Text($"{value:0.000}");

    private static void Number(StringBuilder html, string text, string more = "") =>
        html.Append("<td class=\"number\">").Append(ReportPage.Escape(text)).Append(more).Append("</td>");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
