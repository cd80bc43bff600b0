using SingleParticle.Fourier;
using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Projection;

namespace Plugins.Tests.Classify3D.Planted;

/// <summary>Noise-free images of planted states.</summary>
internal sealed class PlantedImager : IDisposable
{
    private const int Box = PlantedStates.Box;

    private readonly HalfPlane _plane = new(Box, 1, (Box / 2) - 1);
    private readonly RealFft2D _fft = new(Box);
    private readonly ComplexFloat[] _slice;
    private readonly Projector[] _projectors;
    private readonly OpticsGroup _optics;

    /// <summary>Transforms the maps.</summary>
    /// <param name="optics">Optics of the images.</param>
    /// <param name="stateCount">Number of states.</param>
    /// <param name="symmetry">Symmetry of the states.</param>
    public PlantedImager(OpticsGroup optics, int stateCount, PlantedSymmetry symmetry)
    {
        _optics = optics;
        _slice = new ComplexFloat[_plane.PixelCount];
        var plan = new SlicePlan(FourierGrid.For(Box, Box / 2.0, Box / 2.0), Box, _plane);
        _projectors = [.. Enumerable.Range(0, stateCount).Select(state => new Projector(plan, PlantedStates.Map(state, symmetry), 1))];
    }

    /// <summary>One image: projection times CTF, without noise.</summary>
    /// <param name="state">State.</param>
    /// <param name="pose">Pose.</param>
    /// <param name="ctf">CTF parameters.</param>
    /// <param name="pixelSizeAngstrom">Pixel size of the image.</param>
    public float[] Image(int state, RotationMatrix pose, CtfParameters ctf, double pixelSizeAngstrom)
    {
        var magnification = AnisotropicMagnification.FrequencyMatrix(_optics, MagnificationCorrection.Apply);
        var transfer = new ContrastTransferFunction(_optics, ctf);
        var (frame, voxels) = (SliceFrame.Of(pose, magnification), PlantedStates.PixelSizeAngstrom / pixelSizeAngstrom);
        _projectors[state].Slice(new SliceFrame(voxels * frame.U, voxels * frame.V), _slice);
        var edge = Box * pixelSizeAngstrom;
        for (var i = 0; i < _slice.Length; i++)
            _slice[i] *= (float)(Box * transfer.Evaluate(_plane.X[i] / edge, _plane.Y[i] / edge).Real);
        var spectrum = new ComplexFloat[_fft.SpectrumLength];
        _plane.Scatter(_slice, spectrum, Box);
        CentredSpectrum.FromCentre(spectrum, HalfSpectrumShape.OfImage(Box));
        var image = new float[_fft.ImageLength];
        _fft.Inverse(spectrum, image);
        return image;
    }

    /// <summary>Frees the transforms.</summary>
    public void Dispose()
    {
        foreach (var projector in _projectors)
            projector.Dispose();
    }
}
