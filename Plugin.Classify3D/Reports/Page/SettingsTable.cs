using System.Globalization;
using System.Text;
using Host.Abstractions.Parameters;
using SingleParticle.Nodes.Reports;

namespace Plugin.Classify3D.Reports.Page;

/// <summary>All settings of a job; those that were changed stand out.</summary>
internal static class SettingsTable
{
    private static readonly IReadOnlyList<ParameterDescriptor> Parameters = OptionsDescriber.Describe<Classify3DOptions>();

    /// <summary>The table as part of a page.</summary>
    /// <param name="given">Values given.</param>
    /// <param name="seed">Seed of the job.</param>
    public static string ToHtml(ParameterValues given, ulong seed)
    {
        var html = new StringBuilder("<div class=\"scroll\"><table id=\"settings\"><thead><tr><th>parameter</th><th>value</th>")
            .Append("<th>unit</th><th>default</th></tr></thead><tbody>");
        foreach (var parameter in Parameters)
        {
            var value = given.All.GetValueOrDefault(parameter.Name, parameter.Default ?? "");
            html.Append(value == parameter.Default ? "\n<tr>" : "\n<tr class=\"changed\">");
            foreach (var cell in new[] { parameter.Name, value, parameter.Unit, parameter.Default ?? "(none)" })
                html.Append("<td>").Append(ReportPage.Escape(cell)).Append("</td>");
            html.Append("</tr>");
        }

        html.Append(CultureInfo.InvariantCulture, $"\n<tr><td>seed</td><td>{seed}</td><td></td><td>0</td></tr>");
        return html.Append("</tbody></table></div>").ToString();
    }
}
