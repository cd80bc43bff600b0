namespace Plugin.ScaleOpt;

/// <summary>How a statistic parts particles.</summary>
public enum SplitBy
{
    /// <summary>Selected within a range.</summary>
    Threshold,

    /// <summary>Selected when they probably belong to one component of a fitted mixture of normal distributions.</summary>
    Component,

    /// <summary>Selected between the valleys around one mode of the fitted mixture.</summary>
    Mode,
}
