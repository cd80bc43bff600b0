namespace SingleParticle.Nodes.Pictures;

/// <summary>Where the names of a chart's series stand: beside the plot when they are few, below it in columns when they are many.</summary>
internal sealed class ChartLegend
{
    private const int MostBeside = 14;
    private const double RowPixels = 18;
    private const double PixelsPerLetter = 6.6;
    private const double KeyPixels = 34;

    private readonly List<(string Name, string Colour, string Dash)> _entries = [];

    /// <summary>Lists the series that have a name.</summary>
    /// <param name="series">Names, colours and dashes.</param>
    public ChartLegend(IEnumerable<(string Name, string Colour, string Dash)> series) =>
        _entries.AddRange(series.Where(entry => entry.Name.Length > 0));

    /// <summary>Pixels needed at the right of the plot.</summary>
    public double RightPixels => _entries.Count == 0 ? 24 : IsBeside ? EntryPixels + 20 : 24;

    private bool IsBeside => _entries.Count <= MostBeside;

    private double EntryPixels => KeyPixels + (_entries.Max(entry => entry.Name.Length) * PixelsPerLetter);

    /// <summary>Pixels needed below the plot.</summary>
    /// <param name="widthPixels">Width of the picture.</param>
    public double BelowPixels(double widthPixels) =>
        _entries.Count == 0 || IsBeside ? 0 : (Math.Ceiling((double)_entries.Count / Columns(widthPixels)) * RowPixels) + 14;

    /// <summary>Draws it.</summary>
    /// <param name="canvas">Picture.</param>
    /// <param name="right">Right edge of the plot.</param>
    /// <param name="top">Upper edge of the plot.</param>
    /// <param name="below">Upper edge of the space below plot and axes.</param>
    /// <param name="widthPixels">Width of the picture.</param>
    public void Draw(SvgCanvas canvas, double right, double top, double below, double widthPixels)
    {
        var rows = IsBeside ? _entries.Count : (int)Math.Ceiling((double)_entries.Count / Columns(widthPixels));
        for (var i = 0; i < _entries.Count; i++)
        {
            var x = IsBeside ? right + 14 : 20 + (i / rows * EntryPixels);
            var y = IsBeside ? top + 12 + (i * RowPixels) : below + 12 + (i % rows * RowPixels);
            canvas.Line(x, y - 4, x + 20, y - 4, _entries[i].Colour, " stroke-width=\"3\"" + _entries[i].Dash);
            canvas.Text(x + 26, y, _entries[i].Name);
        }
    }

    private int Columns(double widthPixels) => Math.Max(1, (int)((widthPixels - 40) / EntryPixels));
}
