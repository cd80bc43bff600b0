using Host.Abstractions.Parameters;
using SingleParticle.Masks;

namespace Plugin.MaskTools;

/// <summary>Parameters of focus masks.</summary>
public sealed record FocusMaskOptions : MapMaskOptions
{
    /// <summary>What the mask is made from.</summary>
    [Parameter(
        "What the mask is made from. auto = the model when one is connected, else the difference of volume and other_volume, else the "
            + "volume as a segmentation; shape = sphere, shell, cylinder or box.",
        Section = "Source")]
    public FocusSource Source { get; init; } = FocusSource.Auto;

    /// <summary>What becomes of the part outside the solvent mask.</summary>
    [Parameter(
        "The part outside the solvent mask: keep = leave it, classification lets the solvent mask grow around it; cut = take it off.",
        Section = "Source", When = "solvent is connected")]
    public OutsideSolvent OutsideSolvent { get; init; } = OutsideSolvent.Keep;

    /// <summary>Labels that count in a field of labels; null for a density.</summary>
    [Parameter(
        "The volume is a field of labels, and these count: '3' or '1, 4-6'. none = the volume is a density and the threshold counts.",
        NullWord = "none", Section = "Segmentation")]
    public string? Labels { get; init; }

    /// <summary>Chains of the model; null for all.</summary>
    [Parameter("Chains of the model that count, 'A, B', as the authors name them.", NullWord = "all", Section = "Model")]
    public string? Chains { get; init; }

    /// <summary>Residues of the model; null for all.</summary>
    [Parameter(
        "Residues that count, as the authors number them: '10-50, 72' in every chain that counts, 'A:10-50, B:100' in one.",
        NullWord = "all", Section = "Model")]
    public string? Residues { get; init; }

    /// <summary>Which kinds of atoms count.</summary>
    [Parameter("Atoms that count: no_water = all but water; all; polymer = standard residues only, no ligands.", Section = "Model")]
    public ModelAtoms Atoms { get; init; } = ModelAtoms.NoWater;

    /// <summary>Radius around each atom.</summary>
    [Parameter(
        "Radius around each atom that belongs to the body, before dilate.",
        Unit = "Å", Minimum = 0.5, Maximum = 50, Section = "Model")]
    public double AtomRadiusAngstrom { get; init; } = 4;

    /// <summary>Where the model's coordinates are counted from.</summary>
    [Parameter(
        "Where the coordinates of the model are counted from: header = ORIGIN or NSTART of the map; box_corner; box_centre.",
        Section = "Model", Advanced = true)]
    public ModelPlacement ModelPlacement { get; init; } = ModelPlacement.Header;

    /// <summary>Kind of geometric body.</summary>
    [Parameter("Shape of the body.", Section = "Shape", When = "source = shape")]
    public MaskShape Shape { get; init; } = MaskShape.Sphere;

    /// <summary>Centre of the shape.</summary>
    [Parameter(
        "Centre x, y, z of the shape from the centre of the box, in Å or px: '12, -5, 30' or '4, 0, 2 px'.",
        Section = "Shape", When = "source = shape")]
    public string Centre { get; init; } = "0, 0, 0";

    /// <summary>Radius of the shape.</summary>
    [Parameter(
        "Radius of sphere, shell or cylinder.", Unit = "Å", Minimum = 0.1, Maximum = 2000, Section = "Shape", When = "source = shape")]
    public Length Radius { get; init; } = Length.FromAngstrom(20);

    /// <summary>Inner radius of the shape.</summary>
    [Parameter(
        "Inner radius of shell or cylinder; what lies nearer is outside.",
        Unit = "Å", Minimum = 0, Maximum = 2000, Section = "Shape", When = "shape = shell or cylinder")]
    public Length InnerRadius { get; init; }

    /// <summary>Height of a cylinder.</summary>
    [Parameter(
        "Height of the cylinder, half on either side of its centre.",
        Unit = "Å", Minimum = 0.1, Maximum = 5000, Section = "Shape", When = "shape = cylinder")]
    public Length Height { get; init; } = Length.FromAngstrom(40);

    /// <summary>Direction of a cylinder's axis.</summary>
    [Parameter("Direction x, y, z of the cylinder's axis; its length does not matter.", Section = "Shape", When = "shape = cylinder")]
    public string Axis { get; init; } = "0, 0, 1";

    /// <summary>Edges of a box.</summary>
    [Parameter("Edges x, y, z of the box, in Å or px: '40, 40, 60'.", Section = "Shape", When = "shape = box")]
    public string Edges { get; init; } = "40, 40, 40";

    /// <summary>Which differences count.</summary>
    [Parameter(
        "Which differences of volume and other_volume count: both, more_in_first, less_in_first. With threshold auto they must "
            + "exceed 0.2 of the largest and 4 times the noise.",
        Section = "Difference", When = "source = difference")]
    public DifferenceSign DifferenceSign { get; init; } = DifferenceSign.Both;
}
