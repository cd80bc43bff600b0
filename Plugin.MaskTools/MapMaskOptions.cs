using Host.Abstractions.Parameters;

namespace Plugin.MaskTools;

/// <summary>Parameters of masks that are made from the density of a map.</summary>
public abstract record MapMaskOptions : ThresholdMaskOptions
{
    /// <summary>Low-pass before the threshold; null to have it chosen.</summary>
    [Parameter(
        "Low-pass filter of the map before the threshold, so that noise does not shape the mask; 0 = none. auto = 15 Å or three "
            + "pixels, whichever is coarser.",
        Unit = "Å", Minimum = 0, Maximum = 200, NullWord = "auto", Section = "Threshold")]
    public double? LowpassAngstrom { get; init; }
}
