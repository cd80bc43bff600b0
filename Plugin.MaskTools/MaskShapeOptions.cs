using Host.Abstractions.Parameters;
using SingleParticle.Masks;

namespace Plugin.MaskTools;

/// <summary>Parameters of the steps from a body to a mask, shared by the nodes that make one.</summary>
public abstract record MaskShapeOptions
{
    /// <summary>Which connected pieces stay.</summary>
    [Parameter("Which connected pieces stay: all of them or the largest. Voxels that share a face are connected.", Section = "Body")]
    public MaskPieces Pieces { get; init; }

    /// <summary>Volume below which a piece is dropped.</summary>
    [Parameter(
        "Dust: connected pieces smaller than this volume are dropped; 0 keeps all. As a guide, 1 kDa of protein fills 1212 Å³.",
        Unit = "Å³", Minimum = 0, Maximum = 1e9, Section = "Body", Advanced = true)]
    public double DustAngstrom3 { get; init; }

    /// <summary>Whether holes are filled.</summary>
    [Parameter("Fill holes: solvent that is enclosed on all sides.", Section = "Body")]
    public bool FillHoles { get; init; } = true;

    /// <summary>Distance by which the body grows.</summary>
    [Parameter(
        "Distance by which the body grows before the edge begins; a negative one shrinks it. Exact Euclidean distance.",
        Unit = "Å", Minimum = -1000, Maximum = 1000, Section = "Edge", Aliases = ["extend"])]
    public Length Dilate { get; init; }

    /// <summary>Width of the soft edge; null to have it chosen.</summary>
    [Parameter(
        "Width of the soft cosine edge outside the dilated body; 0 makes a hard edge, which rings in Fourier space. auto = the largest "
            + "of 10 Å, 3 px and 5 times the resolution of the map.",
        Unit = "Å", Minimum = 0, Maximum = 1000, NullWord = "auto", Section = "Edge")]
    public Length? SoftEdge { get; init; }

    /// <summary>Resolution of the map, for the automatic edge.</summary>
    [Parameter(
        "Resolution of the map, or of the class maps that the mask is for; makes the automatic soft edge at least 5 times as wide.",
        Unit = "Å", Minimum = 0.5, Maximum = 200, NullWord = "unknown", Section = "Edge", When = "soft_edge = auto")]
    public double? ResolutionAngstrom { get; init; }

    /// <summary>Whose rules count.</summary>
    [Parameter(
        "exact = distances exact below a voxel; relion = voxel by voxel as relion_mask_create makes it with the same settings.",
        Section = "Edge", Advanced = true)]
    public MaskConvention Convention { get; init; }

    /// <summary>Whether the mask is turned inside out.</summary>
    [Parameter("Turn the finished mask inside out: 1 - mask.", Section = "Edge", Advanced = true)]
    public bool Invert { get; init; }
}
