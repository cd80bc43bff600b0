using Host.Abstractions.Parameters;
using SingleParticle.Nodes.Inputs;

namespace Plugin.MaskTools;

/// <summary>Parameters of automatic focus masks.</summary>
public sealed record VariabilityMaskOptions : ThresholdMaskOptions
{
    /// <summary>The default that differs from that of other masks.</summary>
    public VariabilityMaskOptions() => Dilate = Length.FromAngstrom(5);

    /// <summary>Width of the density window.</summary>
    [Parameter(
        "Size of the part whose density is compared, the full width of a Gaussian window. About the size of a small domain; a "
            + "smaller window finds smaller parts and needs more particles. Time grows with its inverse cube.",
        Unit = "Å", Minimum = 5, Maximum = 300, Section = "Variability", Aliases = ["window"])]
    public double WindowAngstrom { get; init; } = 25;

    /// <summary>Smallest significance that counts.</summary>
    [Parameter(
        "Smallest significance that counts: standard deviations by which the local variance exceeds that of noise.",
        Minimum = 1, Maximum = 1000, Section = "Variability")]
    public double LeastSignificance { get; init; } = 5;

    /// <summary>Fraction of the peak that counts.</summary>
    [Parameter(
        "With threshold auto, what varies must also reach this fraction of the largest excess variance: the surroundings of a part "
            + "that varies seem to vary too.",
        Minimum = 0, Maximum = 1, Section = "Variability", When = "threshold = auto")]
    public double PeakFraction { get; init; } = 0.2;

    /// <summary>Where the per-particle scale comes from.</summary>
    [Parameter(
        "Per-particle scale: optimal = estimated here against the consensus; input = as given with the particles; none = 1. "
            + "Without a right scale the whole molecule seems to vary.",
        Section = "Variability")]
    public ParticleScale PerParticleScale { get; init; } = ParticleScale.Optimal;

    /// <summary>Bright or dark particles.</summary>
    [Parameter(ContrastInputs.Help, Section = "Variability", Advanced = true)]
    public ParticleContrastChoice ParticleContrast { get; init; }

    /// <summary>Whether anisotropic magnification estimated upstream is corrected for.</summary>
    [Parameter("Correct for the anisotropic magnification estimated upstream.", Section = "Variability", Advanced = true)]
    public bool CorrectAnisotropicMagnification { get; init; } = true;
}
