namespace Plugin.Classify3D;

/// <summary>How particles count towards class maps.</summary>
public enum Assignment
{
    /// <summary>Towards every class, weighted by the posterior.</summary>
    Soft,

    /// <summary>Towards the class of the largest posterior only, at every iteration.</summary>
    Hard,

    /// <summary>Soft while online EM pulls the classes together, hard from then on.</summary>
    HardAfterAnnealing,
}
