namespace Plugin.Classify3D.Schedules;

/// <summary>Why full-batch EM ended.</summary>
public enum StopReason
{
    /// <summary>Fewer particles than the limit changed class.</summary>
    FewSwitches,

    /// <summary>Class maps no longer changed.</summary>
    DensitiesSettled,

    /// <summary>The iteration limit was reached.</summary>
    IterationLimit,
}
