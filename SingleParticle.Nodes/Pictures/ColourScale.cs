namespace SingleParticle.Nodes.Pictures;

/// <summary>Colours for numbers from 0 to 1.</summary>
public sealed class ColourScale
{
    private readonly Rgb[] _stops;

    private ColourScale(params string[] stops) => _stops = Array.ConvertAll(stops, Rgb.FromHex);

    /// <summary>Black to white, for densities.</summary>
    public static ColourScale Grey { get; } = new("#000000", "#FFFFFF");

    /// <summary>Dark to bright, evenly perceived (viridis, S. van der Walt and N. Smith 2015), for amounts.</summary>
    public static ColourScale Sequential { get; } = new(
        "#440154", "#472D7B", "#3B528B", "#2C728E", "#21918C", "#28AE80", "#5EC962", "#ADDC30", "#FDE725");

    /// <summary>Blue over white to red, white at one half, for differences (C. Brewer's RdBu, safe for any colour vision).</summary>
    public static ColourScale Diverging { get; } = new(
        "#2166AC", "#4393C3", "#92C5DE", "#D1E5F0", "#FFFFFF", "#FDDBC7", "#F4A582", "#D6604D", "#B2182B");

    /// <summary>White to blue, for tables of numbers that are read.</summary>
    public static ColourScale Shade { get; } = new("#FFFFFF", "#DCEBF7", "#A6CBE6", "#5B9CCB", "#0072B2");

    /// <summary>The colour of a number.</summary>
    /// <param name="value">0 to 1; what lies outside gets the colour of the nearer end.</param>
    public Rgb Of(double value)
    {
        var place = Math.Clamp(double.IsNaN(value) ? 0 : value, 0, 1) * (_stops.Length - 1);
        var lower = Math.Min((int)place, _stops.Length - 2);
        return _stops[lower].Mixed(_stops[lower + 1], place - lower);
    }
}
