namespace Plugin.Phantom.Molecules;

/// <summary>What a body is made of.</summary>
internal enum BodyKind
{
    /// <summary>Pseudo-atoms strung to compact chains, evenly dense.</summary>
    Protein,

    /// <summary>Pseudo-atoms at random places: a dense shell of head groups around lighter tails.</summary>
    Micelle,
}
