namespace Host.Runner.Loading;

/// <summary>What became of a plug-in that was to be unloaded.</summary>
public enum UnloadOutcome
{
    /// <summary>Its load context has been collected.</summary>
    Unloaded,

    /// <summary>Something still refers to it.</summary>
    StillAlive,
}
