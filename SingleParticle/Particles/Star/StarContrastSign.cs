namespace SingleParticle.Particles.Star;

/// <summary>Reads and writes the contrast sign: RELION has no column for dark particles, so files carry our own.</summary>
internal static class StarContrastSign
{
    /// <summary>The sign in the current row; +1 where there is no such column.</summary>
    /// <param name="values">Rows being read.</param>
    /// <param name="column">Its column, or -1.</param>
    public static double Read(StarValues values, int column)
    {
        var sign = values.Number(column, absent: 1);
        if (sign is not (1 or -1))
            values.Refuse(column, "1 (bright particles) or -1 (dark particles); correct the value");
        return sign;
    }
}
