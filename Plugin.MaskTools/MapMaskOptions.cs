using Host.Abstractions.Parameters;
using SingleParticle.Masks;

namespace Plugin.MaskTools;

/// <summary>Parameters of masks that are made from the density of a map.</summary>
public abstract record MapMaskOptions : MaskShapeOptions
{
    /// <summary>Low-pass before the threshold; null to have it chosen.</summary>
    [Parameter(
        "Low-pass filter of the map before the threshold, so that noise does not shape the mask; 0 = none. auto = 15 Å or three "
            + "pixels, whichever is coarser.",
        Unit = "Å", Minimum = 0, Maximum = 200, NullWord = "auto", Section = "Threshold")]
    public double? LowpassAngstrom { get; init; }

    /// <summary>Threshold; null to have it chosen.</summary>
    [Parameter(
        "Threshold at and above which the filtered map counts as molecule, read as threshold_kind says. auto = 0.2 of the filtered "
            + "map's maximum.",
        NullWord = "auto", Section = "Threshold")]
    public double? Threshold { get; init; }

    /// <summary>What the threshold means.</summary>
    [Parameter(
        "What threshold means: value = a density; fraction_of_maximum; sigma = standard deviations above the mean of the box; "
            + "enclosed_volume = Å³ at or above it; molecular_mass = kDa of protein that fill that volume.",
        Section = "Threshold", When = "threshold is not auto")]
    public ThresholdKind ThresholdKind { get; init; }
}
