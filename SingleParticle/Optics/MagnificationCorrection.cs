namespace SingleParticle.Optics;

/// <summary>Whether anisotropic magnification known from upstream is corrected for.</summary>
public enum MagnificationCorrection
{
    /// <summary>Frequencies of the image go through the optics group's magnification matrix.</summary>
    Apply,

    /// <summary>The images are taken as undistorted, whatever upstream estimated.</summary>
    Ignore,
}
