using System.Globalization;

namespace SingleParticle.Nodes.Pictures;

/// <summary>One axis of a chart: a range in data units, the pixels it covers, and ticks at round numbers.</summary>
internal sealed class AxisScale
{
    private const double SmallestResolutionGapPixels = 34;

    // Resolutions that people name, in Å.
    private static readonly double[] Resolutions =
        [100, 50, 40, 30, 25, 20, 15, 12, 10, 9, 8, 7, 6, 5, 4.5, 4, 3.5, 3, 2.7, 2.5, 2.2, 2, 1.8, 1.6, 1.4, 1.2, 1];

    private readonly double _low;
    private readonly double _high;
    private readonly double _from;
    private readonly double _to;
    private readonly AxisKind _kind;

    public AxisScale(double low, double high, double fromPixel, double toPixel, AxisKind kind = AxisKind.Linear)
    {
        if (!(high > low))
            (low, high) = (low - 0.5, low + 0.5);
        (_low, _high, _from, _to, _kind) = (low, high, fromPixel, toPixel, kind);
    }

    public double Pixel(double value) => _from + ((value - _low) / (_high - _low) * (_to - _from));

    public IEnumerable<(double Pixel, string Label)> Ticks() => _kind == AxisKind.Resolution ? ResolutionTicks() : RoundTicks();

    private IEnumerable<(double Pixel, string Label)> RoundTicks()
    {
        var wanted = Math.Clamp(Math.Abs(_to - _from) / 55, 3, 10);
        var step = Step((_high - _low) / wanted);
        if (_kind == AxisKind.Whole)
            step = Math.Max(1, step);
        var decimals = Math.Max(0, (int)-Math.Floor(Math.Log10(step) + 1e-9));
        for (var i = Math.Ceiling((_low / step) - 1e-9); i * step <= _high + (1e-9 * step); i++)
            yield return (Pixel(i * step), Label(i * step, decimals));
    }

    private IEnumerable<(double Pixel, string Label)> ResolutionTicks()
    {
        var last = double.NegativeInfinity;
        foreach (var resolution in Resolutions)
        {
            var pixel = Pixel(1 / resolution);
            if (1 / resolution < _low || 1 / resolution > _high * (1 + 1e-9) || pixel - last < SmallestResolutionGapPixels)
                continue;
            last = pixel;
            yield return (pixel, resolution.ToString("0.#", CultureInfo.InvariantCulture));
        }
    }

    private static double Step(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * ((rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 });
    }

    private static string Label(double value, int decimals)
    {
        // Adding 0 turns -0 into 0.
        var rounded = Math.Round(value, Math.Min(decimals, 12)) + 0.0;
        var text = Math.Abs(rounded) >= 10000
            ? rounded.ToString("#,0.###", CultureInfo.InvariantCulture).Replace(',', '\u202F')
            : rounded.ToString("0.############", CultureInfo.InvariantCulture);
        return text.Replace('-', '\u2212');
    }
}
