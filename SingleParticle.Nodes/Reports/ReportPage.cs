using System.Globalization;
using System.Net;
using System.Text;
using Host.Abstractions.Running;

namespace SingleParticle.Nodes.Reports;

/// <summary>A report as one self-contained web page: pictures and numbers are inside it, nothing is loaded from elsewhere.</summary>
/// <remarks>All text is escaped; only <see cref="Raw"/> takes markup.</remarks>
public sealed class ReportPage
{
    private readonly StringBuilder _body = new();
    private readonly StringBuilder _contents = new();
    private readonly string _title;
    private int _sectionCount;
    private bool _isInSection;

    /// <summary>Starts a page.</summary>
    /// <param name="title">Title.</param>
    /// <param name="subtitle">What the page is about, in a line.</param>
    public ReportPage(string title, string subtitle)
    {
        _title = title;
        Add($"<header><h1>{Escape(title)}</h1><p>{Escape(subtitle)}</p></header>");
    }

    /// <summary>A picture as an element of a page.</summary>
    /// <param name="png">PNG bytes.</param>
    /// <param name="description">What it shows, for who cannot see it.</param>
    public static string Image(ReadOnlySpan<byte> png, string description) =>
        $"<img alt=\"{Escape(description)}\" src=\"data:image/png;base64,{Convert.ToBase64String(png)}\" />";

    /// <summary>Text made safe for a page.</summary>
    /// <param name="text">Any text.</param>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A statement in a coloured box.</summary>
    /// <param name="tone">How it is meant.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="detail">What follows from it; may be empty.</param>
    public void Statement(ReportTone tone, string statement, string detail = "")
    {
        var kind = tone switch { ReportTone.Good => "good", ReportTone.Note => "note", _ => "warning" };
        var more = detail.Length > 0 ? $"<br /><span>{Escape(detail)}</span>" : "";
        Add($"<div class=\"statement {kind}\">{Escape(statement)}{more}</div>");
    }

    /// <summary>A row of figures with their names.</summary>
    /// <param name="tiles">Figure, name.</param>
    public void Tiles(IEnumerable<(string Figure, string Name)> tiles)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        Add($"<div class=\"tiles\">");
        foreach (var (figure, name) in tiles)
            Add($"<div><b>{Escape(figure)}</b><span>{Escape(name)}</span></div>");
        Add($"</div>");
    }

    /// <summary>Begins a section that the list of contents names.</summary>
    /// <param name="title">Title.</param>
    /// <param name="lead">What one sees there, in plain words; may be empty.</param>
    public void Section(string title, string lead = "")
    {
        EndSection();
        _sectionCount++;
        _isInSection = true;
        _contents.Append(CultureInfo.InvariantCulture, $"<a href=\"#s{_sectionCount}\">{Escape(title)}</a>\n");
        Add($"<section id=\"s{_sectionCount}\"><h2>{Escape(title)}</h2>");
        if (lead.Length > 0)
            Paragraph(lead);
    }

    /// <summary>A paragraph.</summary>
    /// <param name="text">Its text.</param>
    public void Paragraph(string text) => Add($"<p>{Escape(text)}</p>");

    /// <summary>A picture with its numbers behind a link.</summary>
    /// <param name="artifact">Picture and numbers.</param>
    /// <param name="caption">What to look for; may be empty.</param>
    public void Figure(Artifact artifact, string caption = "")
    {
        ArgumentNullException.ThrowIfNull(artifact);
        var numbers = Convert.ToBase64String(Encoding.UTF8.GetBytes(artifact.NumbersCsv));
        Add($"<figure id=\"figure-{Escape(artifact.Name)}\"><div class=\"picture\" role=\"img\" aria-label=\"{Escape(artifact.Title)}\">");
        _body.Append(artifact.PictureExtension == "svg"
            ? Encoding.UTF8.GetString(artifact.Picture.Span)
            : Image(artifact.Picture.Span, artifact.Title));
        Add($"</div><figcaption>{Escape(caption)} <a download=\"{Escape(artifact.Name)}.csv\" href=\"data:text/csv;base64,{numbers}\">");
        Add($"numbers (.csv)</a></figcaption></figure>");
    }

    /// <summary>A table; columns whose cells are all numbers are set flush right.</summary>
    /// <param name="table">Heading, columns, rows.</param>
    public void Table(SummaryTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var isNumber = Enumerable.Range(0, table.Columns.Count).Select(c => table.Rows.All(row => IsNumber(row[c]))).ToList();
        Add($"<div class=\"scroll\"><table><caption>{Escape(table.Title)}</caption><thead><tr>");
        for (var c = 0; c < table.Columns.Count; c++)
            Add($"<th{(isNumber[c] ? " class=\"number\"" : "")}>{Escape(table.Columns[c])}</th>");
        Add($"</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            Add($"<tr>");
            for (var c = 0; c < row.Count; c++)
                Add($"<td{(isNumber[c] ? " class=\"number\"" : "")}>{Escape(row[c])}</td>");
            Add($"</tr>");
        }

        Add($"</tbody></table></div>");
    }

    /// <summary>Begins a part that is folded away until it is asked for; everything is shown in print.</summary>
    /// <param name="title">What is in it.</param>
    public void BeginDetails(string title) => Add($"<details><summary>{Escape(title)}</summary>");

    /// <summary>Ends it.</summary>
    public void EndDetails() => Add($"</details>");

    /// <summary>A list of terms and what they mean.</summary>
    /// <param name="terms">Term, meaning.</param>
    public void Terms(IEnumerable<(string Term, string Meaning)> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Add($"<dl>");
        foreach (var (term, meaning) in terms)
            Add($"<dt>{Escape(term)}</dt><dd>{Escape(meaning)}</dd>");
        Add($"</dl>");
    }

    /// <summary>Markup of one's own.</summary>
    /// <param name="html">Well-formed; its text escaped.</param>
    public void Raw(string html) => _body.Append(html).Append('\n');

    /// <summary>The finished page.</summary>
    public string ToHtml()
    {
        EndSection();
        return $"""
            <!DOCTYPE html>
            <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'" />
            <title>{Escape(_title)}</title>
            <style>
            {ReportStyle.Sheet}
            </style>
            </head>
            <body>
            <nav>
            {_contents}</nav>
            <main>
            {_body}</main>
            </body>
            </html>

            """;
    }

    private static bool IsNumber(string cell) =>
        cell is "-" or "" || double.TryParse(cell.TrimStart('≤', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private void EndSection()
    {
        if (_isInSection)
            Add($"</section>");
        _isInSection = false;
    }

    private void Add(FormattableString html) => _body.Append(html.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
