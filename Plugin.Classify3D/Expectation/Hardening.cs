namespace Plugin.Classify3D.Expectation;

/// <summary>What becomes of posteriors before they weigh particles.</summary>
internal enum Hardening
{
    /// <summary>They stay as they are.</summary>
    Soft,

    /// <summary>The most likely class gets everything.</summary>
    Hard,
}
