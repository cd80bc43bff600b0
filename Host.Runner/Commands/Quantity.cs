using System.Globalization;

namespace Host.Runner.Commands;

/// <summary>Numbers as people read them, the same in every country.</summary>
public static class Quantity
{
    /// <summary>A measured number with six digits.</summary>
    /// <param name="value">The number.</param>
    public static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>A count with spaces between thousands, "1 234 567".</summary>
    /// <param name="value">The count.</param>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    /// <summary>A count of things, "1 row", "2 rows".</summary>
    /// <param name="count">The count.</param>
    /// <param name="what">One of the things.</param>
    public static string Counted(long count, string what) => $"{Count(count)} {what}{(count == 1 ? "" : "s")}";

    /// <summary>An amount of memory or disk, "1.5 GiB".</summary>
    /// <param name="bytes">The amount in bytes.</param>
    public static string Bytes(long bytes)
    {
        string[] units = ["B", "kiB", "MiB", "GiB", "TiB"];
        var (value, unit) = ((double)bytes, 0);
        while (value >= 1024 && unit < units.Length - 1)
            (value, unit) = (value / 1024, unit + 1);
        return $"{value.ToString(unit == 0 || value >= 100 ? "0" : "0.0", CultureInfo.InvariantCulture)} {units[unit]}";
    }

    /// <summary>A time, "0.4 s", "3 min 05 s", "2 h 10 min".</summary>
    /// <param name="time">The time.</param>
    public static string Time(TimeSpan time)
    {
        if (time.TotalSeconds < 59.95)
            return string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
        var seconds = (long)Math.Round(time.TotalSeconds);
        return seconds < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min {seconds % 60:00} s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600} h {seconds % 3600 / 60:00} min");
    }
}
