using System.Globalization;

namespace SingleParticle.Nodes.Pictures;

/// <summary>One axis of a chart: a range in data units, the pixels it covers, and ticks at round numbers.</summary>
internal sealed class AxisScale
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _from;
    private readonly double _to;

    public AxisScale(double low, double high, double fromPixel, double toPixel)
    {
        if (!(high > low))
            (low, high) = (low - 0.5, low + 0.5);
        (_low, _high, _from, _to) = (low, high, fromPixel, toPixel);
    }

    public double Pixel(double value) => _from + ((value - _low) / (_high - _low) * (_to - _from));

    public IEnumerable<(double Pixel, string Label)> Ticks()
    {
        var rough = (_high - _low) / 6;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * ((rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 });
        var decimals = Math.Max(0, (int)-Math.Floor(Math.Log10(step)));
        for (var i = Math.Ceiling((_low / step) - 1e-9); i * step <= _high + (1e-9 * step); i++)
            yield return (
                Pixel(i * step), Math.Round(i * step, Math.Min(decimals, 12)).ToString("0.############", CultureInfo.InvariantCulture));
    }
}
