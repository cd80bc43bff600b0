namespace SingleParticle.Formats.Mrc;

/// <summary>An axis of the map, numbered as MAPC, MAPR and MAPS number it.</summary>
public enum MrcAxis
{
    /// <summary>The x axis.</summary>
    X = 1,

    /// <summary>The y axis.</summary>
    Y = 2,

    /// <summary>The z axis.</summary>
    Z = 3,
}
