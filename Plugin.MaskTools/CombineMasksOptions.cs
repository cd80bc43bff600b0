using Host.Abstractions.Parameters;
using SingleParticle.Masks;

namespace Plugin.MaskTools;

/// <summary>Parameters of combined masks.</summary>
public sealed record CombineMasksOptions : MaskShapeOptions
{
    /// <summary>How the masks are combined.</summary>
    [Parameter(
        "and = in all masks; or = in any; not = outside the one mask; minus = in the first but in none of the others; xor = in an odd "
            + "number of them; matched_complement = the first less what the others cover of it, so that both add up to the first.",
        Section = "Combination")]
    public required MaskOperation Operation { get; init; }

    /// <summary>What becomes of the edges.</summary>
    [Parameter(
        "keep = combine soft values as they are; renew = cut the combination at 0.5 and shape it anew by pieces, holes, dilate and "
            + "soft_edge, which are not used otherwise.",
        Section = "Combination")]
    public CombinedEdges Edges { get; init; }
}
