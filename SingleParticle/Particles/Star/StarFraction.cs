namespace SingleParticle.Particles.Star;

/// <summary>Reads fractions of amplitude contrast.</summary>
internal static class StarFraction
{
    /// <summary>A number from 0 to 1.</summary>
    /// <param name="values">The row.</param>
    /// <param name="column">0-based column, or -1 where there is none.</param>
    public static double Read(StarValues values, int column)
    {
        var fraction = values.Number(column, absent: 0.1);
        if (fraction is >= 0 and <= 1)
            return fraction;
        values.Refuse(column, "a fraction from 0 to 1 (0.1 is usual); correct the value");
        return 0.1;
    }
}
