using Host.Abstractions.Parameters;

namespace Plugin.Phantom;

/// <summary>Parameters of simulating particles.</summary>
public sealed record SimulateOptions
{
    /// <summary>In what the states differ.</summary>
    [Parameter(
        "In what the states of the molecule differ: subunits present or absent (compositional), an arm turned (conformational), both "
            + "(mixed), a small domain on a membrane protein in a micelle of two sizes (micelle), a small factor on a large body "
            + "(ribosome_factor), nothing (homogeneous).",
        Section = "Molecule")]
    public Scenario Scenario { get; init; } = Scenario.Compositional;

    /// <summary>Shares of the states.</summary>
    [Parameter(
        "Shares of the states, such as 0.5, 0.3, 0.2; as many states are simulated as shares are given, and they are divided by their "
            + "sum. The counts of particles are as near to the shares as whole numbers can be.",
        NullWord = "default", Section = "Molecule")]
    public string? Populations { get; init; }

    /// <summary>By how much moving parts turn.</summary>
    [Parameter(
        "Angle by which arm or factor turn from state to state.",
        Unit = "deg", Minimum = -180, Maximum = 180, Section = "Molecule")]
    public double RotationDegrees { get; init; } = 25;

    /// <summary>Diameter of the molecule.</summary>
    [Parameter(
        "Diameter of the sphere in which the molecule is designed; auto is half the edge of the box.",
        Unit = "Å", Minimum = 10, Maximum = 5000, NullWord = "auto", Section = "Molecule")]
    public double? DiameterAngstrom { get; init; }

    /// <summary>Pseudo-atoms of all bodies together.</summary>
    [Parameter(
        "Pseudo-atoms of all parts together. More make a finer texture and take more time; a real residue has a cube of 5 Å to itself.",
        Minimum = 50, Maximum = 200000, Section = "Molecule")]
    public int Atoms { get; init; } = 3000;

    /// <summary>B-factor of the density.</summary>
    [Parameter(
        "B-factor: the density's transform falls as exp(-B u² / 4).",
        Unit = "Å²", Minimum = 0, Maximum = 10000, Section = "Molecule")]
    public double BFactorAngstromSquared { get; init; } = 100;

    /// <summary>Density of the displaced water at frequency 0.</summary>
    [Parameter(
        "Part of the molecule's density that the water it displaces would have; weakens the contrast below 10 Å resolution only.",
        Minimum = 0, Maximum = 0.95, Section = "Molecule", Advanced = true)]
    public double SolventDisplacement { get; init; } = 0.5;

    /// <summary>Number of particles.</summary>
    [Parameter("Number of particles.", Minimum = 1, Maximum = 10_000_000, Section = "Images")]
    public int Particles { get; init; } = 1000;

    /// <summary>Edge of the images.</summary>
    [Parameter("Edge of the images, an even number.", Unit = "px", Minimum = 16, Maximum = 1024, Section = "Images")]
    public int BoxPixels { get; init; } = 64;

    /// <summary>Pixel size of images and maps.</summary>
    [Parameter("Pixel size of images and maps.", Unit = "Å", Minimum = 0.1, Maximum = 100, Section = "Images")]
    public double PixelSizeAngstrom { get; init; } = 4;

    /// <summary>Number format of the stack.</summary>
    [Parameter("Number format of the stack: half_float has three digits, float seven.", Section = "Images")]
    public StackPrecision StackPrecision { get; init; } = StackPrecision.HalfFloat;

    /// <summary>Sign of the particles.</summary>
    [Parameter("dark = as recorded, with contrast sign -1; bright = as RELION wants it, with contrast sign +1.", Section = "Images")]
    public ImageContrast Contrast { get; init; } = ImageContrast.Dark;

    /// <summary>Spread of the shifts.</summary>
    [Parameter(
        "Standard deviation of the particles' distance from the centre of their images, along each axis; never a whole number of "
            + "pixels.",
        Unit = "Å", Minimum = 0, Maximum = 1000, Section = "Images")]
    public double ShiftAngstrom { get; init; } = 5;

    /// <summary>From where the molecule is seen.</summary>
    [Parameter("uniform = all orientations equally likely; preferred = views along the z axis preferred.", Section = "Images")]
    public OrientationDistribution Orientations { get; init; } = OrientationDistribution.Uniform;

    /// <summary>Strength of the preference.</summary>
    [Parameter(
        "Strength k of the preference: views at an angle t from the z axis have probability density exp(k cos² t).",
        Minimum = 0, Maximum = 100, Section = "Images", When = "orientations = preferred")]
    public double OrientationPreference { get; init; } = 4;

    /// <summary>Error of the poses told.</summary>
    [Parameter(
        "Error of the poses in the particle files: standard deviation of a small rotation about each axis.",
        Unit = "deg", Minimum = 0, Maximum = 60, Section = "Images")]
    public double PoseErrorDegrees { get; init; }

    /// <summary>Error of the shifts told.</summary>
    [Parameter(
        "Error of the shifts in the particle files: standard deviation along each axis.",
        Unit = "Å", Minimum = 0, Maximum = 100, Section = "Images")]
    public double ShiftErrorAngstrom { get; init; }

    /// <summary>Spectrum of the noise.</summary>
    [Parameter(
        "none, white, or coloured: power in proportion to 1 + excess / (1 + (corner u)²) at frequency u. The variance per pixel is 1; "
            + "without noise the signal is as strong as with it.",
        Section = "Noise")]
    public NoiseColour Noise { get; init; } = NoiseColour.White;

    /// <summary>Signal-to-noise ratio.</summary>
    [Parameter(
        "Signal-to-noise ratio: variance over the pixels of snr_region of the noise-free image of scale 1, CTF included, averaged over "
            + "the particles (2,000 of them evenly spaced where there are more), over the variance of the noise.",
        Minimum = 1e-6, Maximum = 1e6, Section = "Noise")]
    public double Snr { get; init; } = 0.1;

    /// <summary>Where the variance of the signal is taken.</summary>
    [Parameter(
        "Pixels over which the variance of the signal is taken: the whole box, or the disc about the particle's centre that the "
            + "molecule can fill, which gives weaker images for the same ratio.",
        Section = "Noise")]
    public SnrRegion SnrRegion { get; init; } = SnrRegion.Box;

    /// <summary>Excess of coloured noise at frequency 0.</summary>
    [Parameter(
        "Power of coloured noise at frequency 0, less that at high frequencies, in units of that.",
        Minimum = 0, Maximum = 1000, Section = "Noise", When = "noise = coloured")]
    public double NoiseExcess { get; init; } = 4;

    /// <summary>Where the excess of coloured noise has fallen to half.</summary>
    [Parameter(
        "Resolution at which the excess of coloured noise has fallen to half.",
        Unit = "Å", Minimum = 0.1, Maximum = 10000, Section = "Noise", When = "noise = coloured")]
    public double NoiseCornerAngstrom { get; init; } = 30;

    /// <summary>Distribution of the scales.</summary>
    [Parameter(
        "Distribution of the particles' scale (contrast): none = 1; lognormal = mean 1; bimodal = two modes.",
        Section = "Scale")]
    public ScaleDistribution Scale { get; init; } = ScaleDistribution.None;

    /// <summary>Relative spread of the scale.</summary>
    [Parameter(
        "Standard deviation of the scale over its mean; of each mode where there are two.",
        Minimum = 0, Maximum = 1, Section = "Scale", When = "scale = lognormal or bimodal")]
    public double ScaleSpread { get; init; } = 0.1;

    /// <summary>Mean of the lower mode.</summary>
    [Parameter("Mean of the lower mode.", Minimum = 0.01, Maximum = 100, Section = "Scale", When = "scale = bimodal")]
    public double ScaleLow { get; init; } = 0.75;

    /// <summary>Mean of the upper mode.</summary>
    [Parameter("Mean of the upper mode.", Minimum = 0.01, Maximum = 100, Section = "Scale", When = "scale = bimodal")]
    public double ScaleHigh { get; init; } = 1.25;

    /// <summary>Share of the lower mode.</summary>
    [Parameter("Share of the lower mode.", Minimum = 0, Maximum = 1, Section = "Scale", When = "scale = bimodal")]
    public double ScaleLowFraction { get; init; } = 0.5;

    /// <summary>What shares one scale.</summary>
    [Parameter("particle = every particle has its own scale; micrograph = all particles of a micrograph share one.", Section = "Scale")]
    public ScaleUnit ScaleBy { get; init; } = ScaleUnit.Particle;

    /// <summary>Whether the particle files tell the scale.</summary>
    [Parameter("Whether the particle files tell the true scale, or 1.", Section = "Scale")]
    public MetadataContent ScaleInMetadata { get; init; } = MetadataContent.Omitted;

    /// <summary>Acceleration voltage.</summary>
    [Parameter("Acceleration voltage.", Unit = "kV", Minimum = 50, Maximum = 1000, Section = "Microscope")]
    public double VoltageKv { get; init; } = 300;

    /// <summary>Spherical aberration.</summary>
    [Parameter("Spherical aberration.", Unit = "mm", Minimum = 0, Maximum = 10, Section = "Microscope")]
    public double SphericalAberrationMm { get; init; } = 2.7;

    /// <summary>Amplitude contrast.</summary>
    [Parameter("Fraction of amplitude contrast.", Minimum = 0, Maximum = 1, Section = "Microscope")]
    public double AmplitudeContrast { get; init; } = 0.1;

    /// <summary>Phase shift of a phase plate.</summary>
    [Parameter("Phase shift of a phase plate; 0 for none.", Unit = "deg", Minimum = 0, Maximum = 180, Section = "Microscope")]
    public double PhaseShiftDegrees { get; init; }

    /// <summary>Where the defoci come from.</summary>
    [Parameter("range = drawn evenly from a range; measured = drawn from 1,081 micrographs of EMPIAR-10028.", Section = "Microscope")]
    public DefocusSource Defocus { get; init; } = DefocusSource.Range;

    /// <summary>Smallest defocus.</summary>
    [Parameter(
        "Smallest defocus, positive = underfocus.",
        Unit = "Å", Minimum = 0, Maximum = 200000, Section = "Microscope", When = "defocus = range")]
    public double DefocusMinimumAngstrom { get; init; } = 8000;

    /// <summary>Largest defocus.</summary>
    [Parameter(
        "Largest defocus, positive = underfocus.",
        Unit = "Å", Minimum = 0, Maximum = 200000, Section = "Microscope", When = "defocus = range")]
    public double DefocusMaximumAngstrom { get; init; } = 25000;

    /// <summary>Astigmatism.</summary>
    [Parameter(
        "Root mean square over micrographs of the astigmatism, defocus U - V; its direction is random.",
        Unit = "Å", Minimum = 0, Maximum = 20000, Section = "Microscope", When = "defocus = range")]
    public double AstigmatismAngstrom { get; init; } = 200;

    /// <summary>Spread of defocus within a micrograph.</summary>
    [Parameter(
        "Standard deviation of the defocus within a micrograph: the particles' height in the ice.",
        Unit = "Å", Minimum = 0, Maximum = 10000, Section = "Microscope")]
    public double DefocusSpreadAngstrom { get; init; } = 100;

    /// <summary>Particles per micrograph.</summary>
    [Parameter("Particles per micrograph.", Minimum = 1, Maximum = 100000, Section = "Microscope")]
    public int ParticlesPerMicrograph { get; init; } = 50;

    /// <summary>Number of optics groups.</summary>
    [Parameter(
        "Number of optics groups; micrographs are dealt out to them in runs. Beam tilt and anisotropic magnification turn from group "
            + "to group.",
        Minimum = 1, Maximum = 100, Section = "Microscope")]
    public int OpticsGroups { get; init; } = 1;

    /// <summary>Beam tilt.</summary>
    [Parameter("Beam tilt.", Unit = "mrad", Minimum = 0, Maximum = 20, Section = "Microscope")]
    public double BeamTiltMilliradians { get; init; }

    /// <summary>Anisotropic magnification.</summary>
    [Parameter(
        "Anisotropic magnification: by how much the images are larger along one axis than across it.",
        Unit = "%", Minimum = 0, Maximum = 20, Section = "Microscope")]
    public double AnisotropicMagnificationPercent { get; init; }

    /// <summary>Direction of the larger magnification.</summary>
    [Parameter(
        "Direction of the larger magnification in the first optics group, from x towards y.",
        Unit = "deg", Minimum = -180, Maximum = 180, Section = "Microscope", When = "anisotropic_magnification_percent > 0")]
    public double AnisotropicMagnificationAngleDegrees { get; init; } = 30;

    /// <summary>Whether the particle files tell the anisotropic magnification.</summary>
    [Parameter(
        "Whether the particle files tell the anisotropic magnification; omitted shows what happens when nobody estimated it.",
        Section = "Microscope", When = "anisotropic_magnification_percent > 0")]
    public MetadataContent MagnificationInMetadata { get; init; } = MetadataContent.Written;

    /// <summary>What becomes of signal beyond the image.</summary>
    [Parameter(
        "open = signal that the CTF carries beyond the image is lost, as in the microscope; periodic = it comes in at the other side, "
            + "exactly as the model of EM has it.",
        Section = "Microscope", Advanced = true)]
    public FieldEdges FieldEdges { get; init; } = FieldEdges.Open;

    /// <summary>How far the masks reach beyond the pseudo-atoms.</summary>
    [Parameter(
        "How far the true masks reach beyond the outermost pseudo-atoms.",
        Minimum = 0, Maximum = 1000, Unit = "px", Section = "Masks")]
    public Length MaskExtension { get; init; } = Length.FromPixels(2);

    /// <summary>Width of the masks' soft edge.</summary>
    [Parameter("Width of the true masks' soft edge.", Minimum = 0, Maximum = 1000, Unit = "px", Section = "Masks")]
    public Length MaskEdge { get; init; } = Length.FromPixels(5);
}
