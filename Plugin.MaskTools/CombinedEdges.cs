namespace Plugin.MaskTools;

/// <summary>What becomes of the edges of masks that are combined.</summary>
public enum CombinedEdges
{
    /// <summary>Soft values are combined as they are.</summary>
    Keep,

    /// <summary>The combination is cut at one half and gets new edges by the shape parameters.</summary>
    Renew,
}
