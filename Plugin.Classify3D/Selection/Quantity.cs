namespace Plugin.Classify3D.Selection;

/// <summary>What a selection may ask of a particle.</summary>
internal enum Quantity
{
    /// <summary>Fraction of all particles that are in the particle's class.</summary>
    Population,

    /// <summary>1-based number of the particle's class.</summary>
    Class,

    /// <summary>Posterior of the particle's class.</summary>
    Posterior,

    /// <summary>Effective sample size over classes, 1 to K.</summary>
    Ess,
}
