namespace Host.Runner.Loading;

/// <summary>What a refresh did with a plug-in.</summary>
public enum PluginChangeKind
{
    /// <summary>New in the folders.</summary>
    Added,

    /// <summary>Another build has taken over; jobs that run keep the former one.</summary>
    Replaced,

    /// <summary>Its folder is gone; jobs that run keep it.</summary>
    Removed,

    /// <summary>The new build cannot be used; the former one stays in service.</summary>
    FormerKept,
}
