using Host.Abstractions.Parameters;
using SingleParticle.Masks;

namespace Plugin.MaskTools;

/// <summary>Parameters of masks that begin with a threshold.</summary>
public abstract record ThresholdMaskOptions : MaskShapeOptions
{
    /// <summary>Threshold; null to have it chosen.</summary>
    [Parameter(
        "Threshold at and above which a voxel belongs to the body, read as threshold_kind says. auto = a fraction of the maximum, "
            + "0.2 unless the node says otherwise.",
        NullWord = "auto", Section = "Threshold")]
    public double? Threshold { get; init; }

    /// <summary>What the threshold means.</summary>
    [Parameter(
        "What threshold means: value = a density; fraction_of_maximum; sigma = standard deviations above the mean of the box; "
            + "enclosed_volume = Å³ at or above it; molecular_mass = kDa of protein that fill that volume.",
        Section = "Threshold", When = "threshold is not auto")]
    public ThresholdKind ThresholdKind { get; init; }
}
