namespace Plugin.Classify3D.Schedules;

/// <summary>What an iteration of EM looked at.</summary>
public enum IterationKind
{
    /// <summary>A batch of the particles, mixed into running statistics.</summary>
    Online,

    /// <summary>All particles.</summary>
    FullBatch,
}
