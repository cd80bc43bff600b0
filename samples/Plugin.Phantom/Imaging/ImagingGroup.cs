using SingleParticle.Fourier;
using SingleParticle.Geometry;
using SingleParticle.Optics;

namespace Plugin.Phantom.Imaging;

/// <summary>What the images of one optics group have in common: the field that is simulated, and its gains and CTF.</summary>
/// <remarks>Immutable, shared by all threads.</remarks>
internal sealed class ImagingGroup
{
    /// <summary>Prepares a group.</summary>
    /// <param name="optics">True optics, magnification included.</param>
    /// <param name="grid">Grid of the simulated field, of the images' box or larger.</param>
    /// <param name="envelope">What a pseudo-atom looks like.</param>
    public ImagingGroup(OpticsGroup optics, PointGrid grid, DensityEnvelope envelope)
    {
        (Optics, Grid) = (optics, grid);
        Magnification = AnisotropicMagnification.FrequencyMatrix(optics, MagnificationCorrection.Apply);
        var shape = HalfSpectrumShape.OfImage(grid.Box);
        var edge = grid.Box * optics.PixelSizeAngstrom;
        var frequencies = new (double X, double Y)[shape.Length];
        Gains = new float[shape.Length];
        for (var i = 0; i < frequencies.Length; i++)
        {
            var (x, y) = (i % shape.HalfWidth / edge, shape.FrequencyY(i / shape.HalfWidth) / edge);
            frequencies[i] = (x, y);
            var (trueX, trueY) = Magnification.Apply(x, y);
            // The field's origin is its middle pixel.
            var sign = ((i % shape.HalfWidth) + (i / shape.HalfWidth)) % 2 == 0 ? 1 : -1;
            Gains[i] = (float)(sign * grid.Gains[i] * envelope.At((trueX * trueX) + (trueY * trueY)));
        }

        Ctf = new CtfGrid(optics, frequencies);
    }

    /// <summary>True optics.</summary>
    public OpticsGroup Optics { get; }

    /// <summary>Grid of the simulated field.</summary>
    public PointGrid Grid { get; }

    /// <summary>M: frequency of the particle's slice = M (frequency of the image).</summary>
    public Matrix2 Magnification { get; }

    /// <summary>Factor on the transform of the points at every frequency of the field's half spectrum, CTF not included.</summary>
    public float[] Gains { get; }

    /// <summary>CTF on the same frequencies.</summary>
    public CtfGrid Ctf { get; }
}
