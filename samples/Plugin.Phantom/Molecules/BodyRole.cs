namespace Plugin.Phantom.Molecules;

/// <summary>What a body of the molecule is to a classification.</summary>
internal enum BodyRole
{
    /// <summary>The same in every state.</summary>
    Constant,

    /// <summary>What the labels differ in; the focus mask covers it.</summary>
    Varying,

    /// <summary>Differs between particles, but no label tells of it: a micelle's size.</summary>
    Nuisance,
}
