namespace SingleParticle.Nodes.Pictures;

/// <summary>Axis on which a guide's value lies.</summary>
public enum GuideAxis
{
    /// <summary>An abscissa: the guide stands upright.</summary>
    X,

    /// <summary>An ordinate: the guide lies flat.</summary>
    Y,
}
