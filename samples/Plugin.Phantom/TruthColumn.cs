namespace Plugin.Phantom;

/// <summary>Which column of a truth table classes are compared with.</summary>
public enum TruthColumn
{
    /// <summary>What a classification ought to find.</summary>
    Label,

    /// <summary>The exact state, nuisances included.</summary>
    State,
}
