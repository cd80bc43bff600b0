using System.Globalization;

namespace SingleParticle.Particles.Star;

/// <summary>Numbers as STAR values.</summary>
internal static class StarText
{
    /// <summary>A value that reads back exactly in single precision.</summary>
    /// <param name="value">Value.</param>
    public static string Single(double value) => ((float)value).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>An angle, to 1e-8 degrees.</summary>
    /// <param name="degrees">Angle in degrees.</param>
    public static string Angle(double degrees) => degrees.ToString("0.########", CultureInfo.InvariantCulture);

    /// <summary>A value that reads back exactly in double precision.</summary>
    /// <param name="value">Value.</param>
    public static string Double(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    /// <param name="value">Value.</param>
    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Numbers in one word, [a,b].</summary>
    /// <param name="values">Values.</param>
    /// <param name="count">Numbers to write; missing ones are zero.</param>
    public static string List(IEnumerable<double> values, int count) =>
        $"[{string.Join(',', values.Concat(Enumerable.Repeat(0.0, count)).Take(count).Select(Double))}]";
}
