using System.Globalization;
using Host.Abstractions.Running;
using SingleParticle.Nodes.Tables;

namespace SingleParticle.Nodes.Pictures;

/// <summary>A tree of things that join where they are alike, the leaves below one another and distance to the right.</summary>
public sealed class Dendrogram
{
    private const double Left = 190;
    private const double Top = 52;
    private const double PlotWidth = 520;
    private const double TickDistance = 0.2;

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>What distances are.</summary>
    public required string DistanceName { get; init; }

    /// <summary>Names of the leaves.</summary>
    public required IReadOnlyList<string> Leaves { get; init; }

    /// <summary>Group of every leaf; leaves and branches take its colour.</summary>
    public required IReadOnlyList<int> Groups { get; init; }

    /// <summary>All joins, the lowest first, at heights of 0 to about 1.</summary>
    public required IReadOnlyList<DendrogramMerge> Merges { get; init; }

    /// <summary>Distance at which the tree is cut; null for none.</summary>
    public double? Cut { get; init; }

    private double Step => Math.Clamp(900.0 / Math.Max(1, Leaves.Count), 9, 26);

    /// <summary>The picture and every join.</summary>
    /// <param name="name">File name stem.</param>
    public Artifact ToArtifact(string name)
    {
        var table = new CsvTable("step", "first", "second", "distance");
        for (var step = 0; step < Merges.Count; step++)
            table.Add(step + 1, NameOf(Merges[step].First), NameOf(Merges[step].Second), Merges[step].Height);
        return new Artifact(name, Title, ToSvg(), "svg", table.ToString());
    }

    /// <summary>The picture, an SVG document in UTF-8.</summary>
    public byte[] ToSvg()
    {
        var order = new List<int>();
        Collect(Leaves.Count + Merges.Count - 1, order);
        var bottom = Top + (order.Count * Step) + 6;
        var canvas = new SvgCanvas(Left + PlotWidth + 40, bottom + 44);
        canvas.Title(20, 26, Title);
        var highest = Math.Max(Merges.Select(merge => merge.Height).DefaultIfEmpty(1).Max(), Cut ?? 0);
        highest = TickDistance * Math.Max(1, Math.Ceiling(highest / TickDistance));
        DrawAxis(canvas, bottom, highest);
        var places = new (double X, double Y, int Group)[Leaves.Count + Merges.Count];
        for (var i = 0; i < order.Count; i++)
        {
            var (leaf, y) = (order[i], Top + ((i + 0.5) * Step));
            places[leaf] = (Left, y, Groups[leaf]);
            canvas.Text(Left - 8, y + 4, Leaves[leaf], "end", Step < 14 ? 9 : 12, colour: ClassColours.Of(Groups[leaf]).ToString());
        }

        for (var i = 0; i < Merges.Count; i++)
            places[Leaves.Count + i] = DrawMerge(canvas, places[Merges[i].First], places[Merges[i].Second], Merges[i].Height, highest);
        return canvas.ToDocument();
    }

    private void DrawAxis(SvgCanvas canvas, double bottom, double highest)
    {
        var ticks = (int)Math.Round(highest / TickDistance);
        for (var tick = 0; tick <= ticks; tick++)
        {
            var (x, value) = (Left + (PlotWidth * tick / ticks), tick * TickDistance);
            canvas.Line(x, Top, x, bottom, SvgCanvas.Grid);
            canvas.Text(x, bottom + 16, value.ToString("0.##", CultureInfo.InvariantCulture), "middle", 11, colour: SvgCanvas.Muted);
        }

        canvas.Text(Left + (PlotWidth / 2), bottom + 36, DistanceName, "middle");
        if (Cut is not { } cut)
            return;
        var place = Left + (PlotWidth * cut / highest);
        canvas.Line(place, Top - 6, place, bottom, SvgCanvas.Ink, " stroke-dasharray=\"5 4\"");
        canvas.Text(place + 4, Top - 4, "merged to the left of this line", size: 11, colour: SvgCanvas.Muted);
    }

    private static (double X, double Y, int Group) DrawMerge(
        SvgCanvas canvas, (double X, double Y, int Group) first, (double X, double Y, int Group) second, double height, double highest)
    {
        var x = Left + (PlotWidth * height / highest);
        var group = first.Group == second.Group ? first.Group : -1;
        var colour = group < 0 ? SvgCanvas.Frame : ClassColours.Of(group).ToString();
        canvas.Polyline([(first.X, first.Y), (x, first.Y), (x, second.Y), (second.X, second.Y)], colour, " stroke-width=\"2\"");
        return (x, (first.Y + second.Y) / 2, group);
    }

    private void Collect(int branch, List<int> order)
    {
        if (branch < Leaves.Count)
        {
            order.Add(branch);
            return;
        }

        Collect(Merges[branch - Leaves.Count].First, order);
        Collect(Merges[branch - Leaves.Count].Second, order);
    }

    private string NameOf(int branch)
    {
        var leaves = new List<int>();
        Collect(branch, leaves);
        return string.Join(" + ", leaves.Order().Select(leaf => Leaves[leaf]));
    }
}
