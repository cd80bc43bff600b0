namespace Plugin.MaskTools;

/// <summary>What a check does when it finds something.</summary>
public enum ProblemResponse
{
    /// <summary>Reports it and goes on.</summary>
    Warn,

    /// <summary>Fails, so that nothing after it runs on a bad mask.</summary>
    Fail,
}
