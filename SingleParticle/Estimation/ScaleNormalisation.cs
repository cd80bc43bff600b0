namespace SingleParticle.Estimation;

/// <summary>The unit in which per-particle scales are given.</summary>
public enum ScaleNormalisation
{
    /// <summary>The mean of the positive scales is 1.</summary>
    MeanOne,

    /// <summary>As found against the reference map, whose own contrast is the unit.</summary>
    Reference,
}
