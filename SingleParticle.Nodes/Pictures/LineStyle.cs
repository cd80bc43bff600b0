namespace SingleParticle.Nodes.Pictures;

/// <summary>How a line is drawn.</summary>
public enum LineStyle
{
    /// <summary>Drawn through.</summary>
    Solid,

    /// <summary>Dashed, for what serves as a reference.</summary>
    Dashed,
}
