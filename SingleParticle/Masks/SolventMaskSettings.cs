namespace SingleParticle.Masks;

/// <summary>How a solvent mask is made from a map.</summary>
public sealed record SolventMaskSettings
{
    /// <summary>Density at and above which a voxel belongs to the body; null to take <see cref="FractionOfMaximum"/>.</summary>
    public double? Threshold { get; init; }

    /// <summary>Threshold as a fraction of the low-passed map's maximum; null for as low as the map's noise allows.</summary>
    public double? FractionOfMaximum { get; init; }

    /// <summary>Low-pass before the threshold in Å; null for 15 Å or three pixels, whichever is coarser; 0 for none.</summary>
    public double? LowPassAngstrom { get; init; }

    /// <summary>Which connected pieces stay.</summary>
    public MaskPieces Pieces { get; init; } = MaskPieces.Largest;

    /// <summary>Distance from the body to which the mask is 1, in Å.</summary>
    public double NearAngstrom { get; init; } = 10;

    /// <summary>Distance from the body at which the mask reaches 0, in Å; at least <see cref="NearAngstrom"/>.</summary>
    public double FarAngstrom { get; init; } = 20;
}
