namespace Plugin.MaskTools;

/// <summary>What becomes of the part of a focus mask that lies outside the solvent mask.</summary>
public enum OutsideSolvent
{
    /// <summary>It stays; classification lets the solvent mask grow around it.</summary>
    Keep,

    /// <summary>It is cut off: the smaller value of both masks.</summary>
    Cut,
}
