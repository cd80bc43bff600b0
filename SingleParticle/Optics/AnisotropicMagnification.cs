using SingleParticle.Geometry;

namespace SingleParticle.Optics;

/// <summary>The one place that knows what anisotropic magnification does to a frequency of the image.</summary>
public static class AnisotropicMagnification
{
    /// <summary>RELION's magnification matrix M of an optics group: true frequency = M (frequency in the image).</summary>
    /// <remarks>
    /// M serves twice: the CTF, aberrations included, is evaluated at M (x, y), and the central slice is taken at
    /// A^T M (x, y, 0), see <see cref="SliceFrame"/>. CryoSPARC stores D, with M = (I + D)^-1; zeros mean none. The matrix is used
    /// as stored, row-major; whether CryoSPARC means its transpose can only be seen from an asymmetric one, and is unconfirmed.
    /// J. Zivanov, T. Nakane, S. H. W. Scheres (2020), DOI 10.1107/S2052252520000081.
    /// </remarks>
    /// <param name="optics">Optics group with D = {xx, xy, yx, yy}.</param>
    /// <param name="correction">Ignore makes M the identity.</param>
    /// <exception cref="ArgumentException">D has not four elements, or I + D is singular.</exception>
    public static Matrix2 FrequencyMatrix(OpticsGroup optics, MagnificationCorrection correction)
    {
        ArgumentNullException.ThrowIfNull(optics);
        if (correction == MagnificationCorrection.Ignore)
            return Matrix2.Identity;
        var stored = optics.AnisotropicMagnification;
        if (stored.Count != 4)
            throw Problem(optics, FormattableString.Invariant($"has {stored.Count} elements, not 4"));
        var distortion = Matrix2.Identity + new Matrix2(stored[0], stored[1], stored[2], stored[3]);
        if (!double.IsFinite(distortion.Determinant) || Math.Abs(distortion.Determinant) < 1e-6)
            throw Problem(optics, $"{distortion} cannot be inverted");
        return distortion == Matrix2.Identity ? Matrix2.Identity : distortion.Inverse();
    }

    private static ArgumentException Problem(OpticsGroup optics, string problem) =>
        new($"optics group {optics.Name}: anisotropic magnification {problem}", nameof(optics));
}
