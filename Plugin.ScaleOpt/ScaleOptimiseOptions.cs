using Host.Abstractions.Parameters;

namespace Plugin.ScaleOpt;

/// <summary>Parameters of per-particle scale estimation.</summary>
public sealed record ScaleOptimiseOptions
{
    /// <summary>Finest resolution used.</summary>
    [Parameter(
        "Finest resolution used. Scale is carried by the strong, coarse shells; finer ones add little but time.",
        Unit = "Å", Minimum = 1, Maximum = 100, Section = "Scale")]
    public double TargetResolutionAngstrom { get; init; } = 6;

    /// <summary>Coarsest resolution used.</summary>
    [Parameter(
        "Shells coarser than this are ignored.",
        Unit = "Å", Minimum = 2, Maximum = 10000, NullWord = "none", Section = "Scale", Advanced = true)]
    public double? HighpassResolutionAngstrom { get; init; }

    /// <summary>Rounds of noise and scale.</summary>
    [Parameter(
        "Rounds: the noise spectrum is estimated with the scales of the previous round.",
        Minimum = 1, Maximum = 10, Section = "Scale", Advanced = true)]
    public int Rounds { get; init; } = 2;

    /// <summary>Whether scales are divided by their mean.</summary>
    [Parameter("Divide by the mean of the positive scales, so that the average particle has scale 1.", Section = "Scale")]
    public bool NormaliseToMeanOne { get; init; } = true;

    /// <summary>Whether anisotropic magnification estimated upstream is corrected for.</summary>
    [Parameter("Correct for the anisotropic magnification estimated upstream.", Section = "Optics")]
    public bool CorrectAnisotropicMagnification { get; init; } = true;
}
