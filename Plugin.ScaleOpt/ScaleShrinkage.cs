namespace Plugin.ScaleOpt;

/// <summary>Whether scales are pulled towards what is usual in the set.</summary>
public enum ScaleShrinkage
{
    /// <summary>Scales of best fit.</summary>
    None,

    /// <summary>Pulled towards the distribution of all scales, each by its own standard error.</summary>
    Population,
}
