using System.Globalization;
using Host.Abstractions.Running;
using SingleParticle.Nodes.Tables;

namespace SingleParticle.Nodes.Pictures;

/// <summary>How amounts move between the same nodes from column to column (after M. H. P. R. Sankey 1898).</summary>
/// <remarks>Nodes keep their order in every column. Of many columns the first and the last are drawn, with a gap between.</remarks>
public sealed class SankeyDiagram
{
    private const int MostColumns = 24;
    private const double Left = 92;
    private const double Right = 30;
    private const double Top = 52;
    private const double Bottom = 50;
    private const double NodeWidth = 9;
    private const double ThinnestPixels = 0.35;

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>What the columns are.</summary>
    public required string ColumnName { get; init; }

    /// <summary>Unit of the amounts, in the plural.</summary>
    public required string UnitName { get; init; }

    /// <summary>Names of the nodes.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    /// <summary>Names of the columns, two at least.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Streams from each column to the next, one list fewer than there are columns.</summary>
    public required IReadOnlyList<IReadOnlyList<SankeyFlow>> Flows { get; init; }

    private double Height => Math.Clamp(240 + (14 * Nodes.Count), 320, 980);

    private double NodeGap => Nodes.Count > 30 ? 1 : 3;

    /// <summary>The diagram and every stream.</summary>
    /// <param name="name">File name stem.</param>
    public Artifact ToArtifact(string name)
    {
        var table = new CsvTable("from_column", "to_column", "from", "to", "amount");
        for (var c = 0; c < Flows.Count; c++)
        {
            foreach (var flow in Flows[c])
                table.Add(Columns[c], Columns[c + 1], Nodes[flow.From], Nodes[flow.To], flow.Amount);
        }

        return new Artifact(name, Title, ToSvg(), "svg", table.ToString());
    }

    /// <summary>The picture, an SVG document in UTF-8.</summary>
    public byte[] ToSvg()
    {
        var shown = ShownColumns();
        var step = Math.Clamp(1100.0 / shown.Count, 58, 150);
        var width = Left + Right + NodeWidth + ((shown.Count - 1) * step);
        var canvas = new SvgCanvas(Math.Max(width, 420), Height);
        canvas.Title(20, 26, Title);
        var total = Enumerable.Range(0, Columns.Count).Max(c => SizesOf(c).Sum());
        var scale = (Height - Top - Bottom - ((Nodes.Count - 1) * NodeGap)) / Math.Max(total, double.Epsilon);
        for (var i = 0; i + 1 < shown.Count; i++)
        {
            if (shown[i + 1] == shown[i] + 1)
                DrawFlows(canvas, shown[i], Left + (i * step), Left + ((i + 1) * step), scale);
            else
                canvas.Text(Left + ((i + 0.5) * step) + (NodeWidth / 2), Top + ((Height - Top - Bottom) / 2), "· · ·", "middle", 16);
        }

        for (var i = 0; i < shown.Count; i++)
            DrawColumn(canvas, shown[i], Left + (i * step), scale, i == 0);
        canvas.Text(Left + ((shown.Count - 1) * step / 2), Height - 10, ColumnName, "middle");
        return canvas.ToDocument();
    }

    private List<int> ShownColumns() => Columns.Count <= MostColumns
        ? [.. Enumerable.Range(0, Columns.Count)]
        : [.. Enumerable.Range(0, MostColumns / 2), .. Enumerable.Range(Columns.Count - (MostColumns / 2), MostColumns / 2)];

    private double[] SizesOf(int column)
    {
        var sizes = new double[Nodes.Count];
        if (column < Flows.Count)
            foreach (var flow in Flows[column])
                sizes[flow.From] += flow.Amount;
        else
            foreach (var flow in Flows[column - 1])
                sizes[flow.To] += flow.Amount;
        return sizes;
    }

    private double[] TopsOf(int column, double scale)
    {
        var (sizes, tops, y) = (SizesOf(column), new double[Nodes.Count], Top);
        for (var k = 0; k < tops.Length; k++)
        {
            tops[k] = y;
            y += (sizes[k] * scale) + NodeGap;
        }

        return tops;
    }

    private void DrawColumn(SvgCanvas canvas, int column, double x, double scale, bool isFirst)
    {
        var (sizes, tops) = (SizesOf(column), TopsOf(column, scale));
        for (var k = 0; k < tops.Length; k++)
        {
            var height = sizes[k] * scale;
            canvas.Rectangle(x, tops[k], NodeWidth, Math.Max(height, 0.4), ClassColours.Of(k).ToString(), "", Hint(column, k, sizes[k]));
            if (isFirst && (height > 11 || Nodes.Count <= 12))
                canvas.Text(x - 8, tops[k] + (height / 2) + 4, Nodes[k], "end");
        }

        canvas.Text(x + (NodeWidth / 2), Height - Bottom + 18, Columns[column], "middle", 11, colour: SvgCanvas.Muted);
    }

    private void DrawFlows(SvgCanvas canvas, int column, double from, double to, double scale)
    {
        var (starts, ends) = (TopsOf(column, scale), TopsOf(column + 1, scale));
        var ordered = Flows[column].OrderBy(flow => flow.From).ThenBy(flow => flow.To).ToList();
        var places = new Dictionary<(int, int), (double Start, double End)>();
        foreach (var flow in ordered)
        {
            places[(flow.From, flow.To)] = (starts[flow.From], 0);
            starts[flow.From] += flow.Amount * scale;
        }

        foreach (var flow in ordered.OrderBy(flow => flow.To).ThenBy(flow => flow.From))
        {
            places[(flow.From, flow.To)] = (places[(flow.From, flow.To)].Start, ends[flow.To]);
            ends[flow.To] += flow.Amount * scale;
        }

        // The stayers first, so that those who change lie above them.
        foreach (var flow in ordered.OrderBy(flow => flow.From != flow.To).ThenByDescending(flow => flow.Amount))
        {
            if (flow.Amount * scale >= ThinnestPixels)
                DrawFlow(canvas, flow, (from + NodeWidth, to), places[(flow.From, flow.To)], flow.Amount * scale);
        }
    }

    private void DrawFlow(SvgCanvas canvas, SankeyFlow flow, (double From, double To) x, (double Start, double End) y, double thickness)
    {
        var (middle, start, end) = ((x.From + x.To) / 2, y.Start + thickness, y.End + thickness);
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"M{x.From:0.#} {y.Start:0.##}C{middle:0.#} {y.Start:0.##} {middle:0.#} {y.End:0.##} {x.To:0.#} {y.End:0.##}") + string.Create(
            CultureInfo.InvariantCulture,
            $"v{thickness:0.##}C{middle:0.#} {end:0.##} {middle:0.#} {start:0.##} {x.From:0.#} {start:0.##}z");
        var opacity = flow.From == flow.To ? "0.28" : "0.62";
        canvas.Path(path, ClassColours.Of(flow.From).ToString(), $" fill-opacity=\"{opacity}\"", Hint(flow));
    }

    private string Hint(SankeyFlow flow) => string.Create(
        CultureInfo.InvariantCulture, $"{Nodes[flow.From]} to {Nodes[flow.To]}: {flow.Amount:0} {UnitName}");

    private string Hint(int column, int node, double amount) => string.Create(
        CultureInfo.InvariantCulture, $"{Nodes[node]}, {ColumnName} {Columns[column]}: {amount:0} {UnitName}");
}
