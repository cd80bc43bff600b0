using Host.Abstractions.Parameters;
using SingleParticle.Nodes.Inputs;

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
        "Shells coarser than this are ignored: for particles whose large-scale density misleads, a micelle for instance.",
        Unit = "Å", Minimum = 2, Maximum = 10000, NullWord = "none", Section = "Scale", Advanced = true)]
    public double? HighpassResolutionAngstrom { get; init; }

    /// <summary>What shares one scale.</summary>
    [Parameter(
        "particle = each its own; micrograph or optics_group = one for all of its particles, for particles too small or noisy to be "
            + "fitted one by one.",
        Section = "Scale")]
    public ScaleLevel Level { get; init; } = ScaleLevel.Particle;

    /// <summary>Whether scales are pulled towards what is usual.</summary>
    [Parameter(
        "none = scale of best fit; population = pulled towards the distribution of all scales, each by its own standard error: "
            + "smaller errors on average, no longer the best fit to each image.",
        Section = "Scale")]
    public ScaleShrinkage Shrinkage { get; init; } = ScaleShrinkage.None;

    /// <summary>Number of components left free.</summary>
    [Parameter(
        "In how many ways particles may differ from the map without that passing for contrast: components of their differences, found "
            + "here and integrated over. 0 = particles are taken to be all alike.",
        Minimum = 0, Maximum = 20, Section = "Scale")]
    public int FreeComponents { get; init; } = 4;

    /// <summary>Rounds of consensus, noise and scale.</summary>
    [Parameter(
        "Rounds. Each fits noise, shell by shell the contrast of the map, and scales; without a given map it then makes the consensus "
            + "anew with them.",
        Minimum = 1, Maximum = 10, Section = "Scale", Advanced = true)]
    public int Rounds { get; init; } = 2;

    /// <summary>Number of folds.</summary>
    [Parameter(
        "Without a given map: number of parts, even, into which the particles are dealt out; each part is compared with a consensus "
            + "made of all others, so that no particle finds its own noise there. 1 = with the consensus of all. With given half "
            + "maps: any number above 1 compares each particle with the half map of the other half.",
        Minimum = 1, Maximum = 64, Section = "Scale", Advanced = true)]
    public int Folds { get; init; } = 8;

    /// <summary>Symmetry of the consensus.</summary>
    [Parameter(
        "Point group of the consensus made here, about RELION's axes: C1 to C99, D1 to D99, T, O, I (= I2), I1 or I2.",
        Section = "Scale", When = "volume is not connected")]
    public string Symmetry { get; init; } = "C1";

    /// <summary>Whether scales are divided by their mean.</summary>
    [Parameter("Divide by the mean of the positive scales, so that the average particle has scale 1.", Section = "Scale")]
    public bool NormaliseToMeanOne { get; init; } = true;

    /// <summary>Bright or dark particles.</summary>
    [Parameter(ContrastInputs.Help, Section = "Scale", Advanced = true)]
    public ParticleContrastChoice ParticleContrast { get; init; }

    /// <summary>Whether anisotropic magnification estimated upstream is corrected for.</summary>
    [Parameter("Correct for the anisotropic magnification estimated upstream.", Section = "Optics")]
    public bool CorrectAnisotropicMagnification { get; init; } = true;

    /// <summary>Threshold of the automatic solvent mask.</summary>
    [Parameter(
        "Automatic solvent mask: threshold as a fraction of the map's maximum; auto is as low as the noise allows, from 0.03 to 0.2.",
        Minimum = 0.001, Maximum = 1, NullWord = "auto", Section = "Automatic mask", When = "mask is not connected")]
    public double? MaskThreshold { get; init; }

    /// <summary>Distance to which the automatic mask is 1.</summary>
    [Parameter(
        "Automatic solvent mask: distance from the molecule to which the mask is 1.",
        Unit = "Å", Minimum = 0, Maximum = 1000, Section = "Automatic mask", When = "mask is not connected")]
    public double MaskNearAngstrom { get; init; } = 10;

    /// <summary>Distance at which the automatic mask reaches 0.</summary>
    [Parameter(
        "Automatic solvent mask: distance at which it reaches 0.",
        Unit = "Å", Minimum = 0, Maximum = 1000, Section = "Automatic mask", When = "mask is not connected")]
    public double MaskFarAngstrom { get; init; } = 20;
}
