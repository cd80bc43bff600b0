namespace SingleParticle.Masks;

/// <summary>How masks are combined. Equations 9 to 14 of docs/method/4-masks.md.</summary>
public enum MaskOperation
{
    /// <summary>In all masks: the smallest value.</summary>
    And,

    /// <summary>In any mask: the largest value.</summary>
    Or,

    /// <summary>Outside the mask: 1 - value. Of one mask only.</summary>
    Not,

    /// <summary>In the first but in none of the others.</summary>
    Minus,

    /// <summary>In an odd number of masks; of two, in one but not in the other.</summary>
    Xor,

    /// <summary>What the others leave of the first, so that both add up to it: the first less its overlap with the others.</summary>
    MatchedComplement,
}
