using SingleParticle.Collections;
using SingleParticle.Geometry;

namespace SingleParticle.Particles.Star;

/// <summary>Turns RELION's magnification matrix into the anisotropic magnification of an optics group.</summary>
/// <remarks>
/// rlnMagMat = (I + D)^-1, D as <see cref="Optics.OpticsGroup.AnisotropicMagnification"/>; copying one into the other is wrong.
/// The way back is <see cref="Optics.AnisotropicMagnification.FrequencyMatrix"/>.
/// </remarks>
internal static class RelionMagnification
{
    /// <summary>D of a group with RELION's matrix.</summary>
    /// <param name="magnification">rlnMagMat00, 01; 10, 11.</param>
    /// <exception cref="InvalidOperationException">The matrix is singular.</exception>
    public static EquatableArray<double> ToDistortion(Matrix2 magnification)
    {
        var (xx, xy, yx, yy) = magnification.Inverse();

        // Adding 0 makes the -0 that an identity's inverse holds a plain 0.
        return [xx - 1, xy + 0.0, yx + 0.0, yy - 1];
    }
}
