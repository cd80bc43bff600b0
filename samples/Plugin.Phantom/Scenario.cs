namespace Plugin.Phantom;

/// <summary>In what the states of the simulated molecule differ.</summary>
public enum Scenario
{
    /// <summary>Two subunits, each present or absent: 4 states.</summary>
    Compositional,

    /// <summary>An arm turned by one, two, three angles: 4 states.</summary>
    Conformational,

    /// <summary>Subunits present or absent and an arm turned: 5 states.</summary>
    Mixed,

    /// <summary>A small domain of a membrane protein present or absent, in a micelle of two sizes (a nuisance): 4 states.</summary>
    Micelle,

    /// <summary>A small factor on a large body, in place, turned, or absent: 3 states.</summary>
    RibosomeFactor,

    /// <summary>Nothing: 1 state.</summary>
    Homogeneous,
}
