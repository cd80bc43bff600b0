using SingleParticle.Geometry;
using SingleParticle.Particles;

namespace SingleParticle.Optics;

/// <summary>Where the pixels of a particle's transform lie in the volume's: pixel (x, y) is at x U + y V.</summary>
/// <remarks>
/// 3D = A^T M (x, y, 0), with RELION's pose A and magnification matrix M. Unit: Fourier voxels of a volume whose box has the edge of
/// the image's in Å, one per pixel step of the image's transform.
/// </remarks>
/// <param name="U">Step of the volume's frequency for one pixel along x.</param>
/// <param name="V">Step of the volume's frequency for one pixel along y.</param>
public readonly record struct SliceFrame(DoubleVector3 U, DoubleVector3 V)
{
    /// <summary>The frame of a particle.</summary>
    /// <param name="particle">Particle with its pose.</param>
    /// <param name="optics">Its optics group, for the magnification matrix.</param>
    /// <param name="correction">Ignore leaves M out.</param>
    public static SliceFrame Of(in Particle particle, OpticsGroup optics, MagnificationCorrection correction) =>
        Of(Rotations.PoseMatrix(particle.RotationVectorRadians), AnisotropicMagnification.FrequencyMatrix(optics, correction));

    /// <summary>The frame of a particle in a volume that need not have the edge of its images.</summary>
    /// <remarks>For sets whose optics groups differ in pixel size: all of them meet in one volume.</remarks>
    /// <param name="particle">Particle with its pose.</param>
    /// <param name="optics">Its optics group, for the magnification matrix and the edge of the images.</param>
    /// <param name="correction">Ignore leaves M out.</param>
    /// <param name="volumeEdgeAngstrom">Box of the volume times its voxel size, Å.</param>
    public static SliceFrame Of(in Particle particle, OpticsGroup optics, MagnificationCorrection correction, double volumeEdgeAngstrom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(volumeEdgeAngstrom);
        var frame = Of(particle, optics, correction);
        var voxelsPerPixel = volumeEdgeAngstrom / (optics.BoxPixels * optics.PixelSizeAngstrom);
        return new(voxelsPerPixel * frame.U, voxelsPerPixel * frame.V);
    }

    /// <summary>The frame of a pose.</summary>
    /// <param name="pose">RELION's matrix A.</param>
    /// <param name="magnification">RELION's matrix M.</param>
    public static SliceFrame Of(RotationMatrix pose, Matrix2 magnification) => new(
        pose.ApplyTransposedInPlane(magnification.XX, magnification.YX),
        pose.ApplyTransposedInPlane(magnification.XY, magnification.YY));

    /// <summary>Position of a pixel in the volume's transform, Fourier voxels.</summary>
    /// <param name="x">Pixel along x, 0 at the origin of the transform.</param>
    /// <param name="y">Pixel along y, 0 at the origin of the transform.</param>
    public DoubleVector3 At(double x, double y) => (x * U) + (y * V);

    /// <summary>The frame turned in the particle's own frame.</summary>
    /// <param name="rotation">Rotation of the particle.</param>
    public SliceFrame Rotated(RotationMatrix rotation) => new(rotation.Apply(U), rotation.Apply(V));
}
