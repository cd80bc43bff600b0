using SingleParticle.Collections;

namespace SingleParticle.Optics;

/// <summary>What the particles recorded under one set of microscope conditions have in common.</summary>
public sealed record OpticsGroup
{
    /// <summary>Pixel sizes of the groups of a set may differ by this much: calibrations, not binnings.</summary>
    public const double LargestPixelSizeRatio = 1.05;

    /// <summary>Name or number of the group in its file.</summary>
    public required string Name { get; init; }

    /// <summary>Acceleration voltage in kV.</summary>
    public required double VoltageKv { get; init; }

    /// <summary>Spherical aberration in mm.</summary>
    public required double SphericalAberrationMm { get; init; }

    /// <summary>Fraction of amplitude contrast, 0 to 1.</summary>
    public required double AmplitudeContrast { get; init; }

    /// <summary>Pixel size of the images in Å.</summary>
    public required double PixelSizeAngstrom { get; init; }

    /// <summary>Edge of the square images in pixels.</summary>
    public required int BoxPixels { get; init; }

    /// <summary>Factor that makes protein positive: -1 for images with dark particles, else +1.</summary>
    public double ContrastSign { get; init; } = 1;

    /// <summary>Whether that sign is known.</summary>
    public ContrastOrigin ContrastOrigin { get; init; }

    /// <summary>
    /// Anisotropic magnification D as CryoSPARC stores it (M - I), row-major 2 x 2 {xx, xy, yx, yy}; zeros = none.
    /// RELION's rlnMagMat is (I + D)^-1.
    /// </summary>
    public EquatableArray<double> AnisotropicMagnification { get; init; } = [0, 0, 0, 0];

    /// <summary>Beam tilt (x, y) in milliradians.</summary>
    public (double X, double Y) BeamTiltMilliradians { get; init; }

    /// <summary>Trefoil coefficients as CryoSPARC's ctf/trefoil_A, in Å.</summary>
    public (double First, double Second) TrefoilAngstrom { get; init; }

    /// <summary>Tetrafoil coefficients as CryoSPARC's ctf/tetra_A, in Å, four of them; zeros = none.</summary>
    public EquatableArray<double> TetrafoilAngstrom { get; init; } = [0, 0, 0, 0];

    /// <summary>RELION's antisymmetric Zernike coefficients (rlnOddZernike), in its own order; empty = none.</summary>
    public EquatableArray<double> OddZernike { get; init; } = [];

    /// <summary>RELION's symmetric Zernike coefficients (rlnEvenZernike), in its own order; empty = none.</summary>
    public EquatableArray<double> EvenZernike { get; init; } = [];
}
