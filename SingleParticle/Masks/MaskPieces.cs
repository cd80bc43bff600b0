namespace SingleParticle.Masks;

/// <summary>Which connected pieces of a thresholded map a mask keeps.</summary>
public enum MaskPieces
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>The largest one.</summary>
    Largest,
}
