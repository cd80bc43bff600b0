namespace Plugin.Classify3D;

/// <summary>How likely each class is before a particle has been looked at.</summary>
public enum ClassPrior
{
    /// <summary>All classes equally.</summary>
    Uniform,

    /// <summary>By the class sizes of the previous iteration.</summary>
    Learned,
}
