using System.Globalization;
using System.Text;

namespace SingleParticle.Nodes.Pictures;

/// <summary>The line around a mask in a slice, where it is one half.</summary>
internal static class SliceContour
{
    private const float Level = 0.5f;

    /// <summary>The line as an SVG path, cell by cell (marching squares).</summary>
    /// <param name="values">Mask [row, column].</param>
    /// <param name="side">Rows and columns.</param>
    /// <param name="origin">Upper left corner of the slice in the picture.</param>
    /// <param name="tile">Edge of the slice in the picture.</param>
    public static string Path(float[] values, int side, (double X, double Y) origin, double tile)
    {
        var path = new StringBuilder();
        var crossings = new List<(double X, double Y)>(4);
        for (var row = 0; row + 1 < side; row++)
        {
            for (var column = 0; column + 1 < side; column++)
            {
                Cross(values, side, row, column, crossings);
                for (var i = 0; i + 1 < crossings.Count; i += 2)
                    path.Append(CultureInfo.InvariantCulture, $"M{X(crossings[i]):0.#} {Y(crossings[i]):0.#}")
                        .Append(CultureInfo.InvariantCulture, $"L{X(crossings[i + 1]):0.#} {Y(crossings[i + 1]):0.#}");
            }
        }

        return path.ToString();

        double X((double X, double Y) point) => origin.X + ((point.X + 0.5) * tile / side);
        double Y((double X, double Y) point) => origin.Y + ((point.Y + 0.5) * tile / side);
    }

    // Where the line crosses the four edges of a cell, going round it: two points, or four at a saddle.
    private static void Cross(float[] values, int side, int row, int column, List<(double X, double Y)> crossings)
    {
        crossings.Clear();
        Span<(int X, int Y)> corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)];
        for (var i = 0; i < 4; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % 4]);
            var (va, vb) = (values[(a.Y * side) + a.X], values[(b.Y * side) + b.X]);
            if (va >= Level == vb >= Level)
                continue;
            var t = (Level - va) / (vb - va);
            crossings.Add((a.X + (t * (b.X - a.X)), a.Y + (t * (b.Y - a.Y))));
        }
    }
}
