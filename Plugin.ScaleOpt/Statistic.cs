namespace Plugin.ScaleOpt;

/// <summary>What particles are told apart by.</summary>
public enum Statistic
{
    /// <summary>Per-particle scale, the one used.</summary>
    Scale,

    /// <summary>Posterior of the particle's class, its largest.</summary>
    Posterior,

    /// <summary>Effective sample size over classes, 1 to K.</summary>
    Ess,
}
