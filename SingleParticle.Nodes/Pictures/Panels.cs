namespace SingleParticle.Nodes.Pictures;

/// <summary>Several charts side by side in one picture.</summary>
public static class Panels
{
    /// <summary>Arranges charts in rows.</summary>
    /// <param name="title">Heading over all of them.</param>
    /// <param name="columnCount">Charts a row.</param>
    /// <param name="charts">Charts of one size, without a legend below.</param>
    /// <returns>An SVG document in UTF-8.</returns>
    public static byte[] ToSvg(string title, int columnCount, IReadOnlyList<Chart> charts)
    {
        ArgumentNullException.ThrowIfNull(charts);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columnCount);
        const double Heading = 36;
        var (width, height) = (charts.Max(chart => chart.Width), charts.Max(chart => chart.Height));
        var rows = (charts.Count + columnCount - 1) / columnCount;
        var canvas = new SvgCanvas(width * Math.Min(columnCount, charts.Count), Heading + (rows * height));
        canvas.Title(20, 26, title);
        for (var i = 0; i < charts.Count; i++)
            canvas.Picture(i % columnCount * width, Heading + (i / columnCount * height), charts[i].ToSvg());
        return canvas.ToDocument();
    }
}
