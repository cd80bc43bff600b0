using SingleParticle.Fourier;
using SingleParticle.Optics;
using SingleParticle.Volumes;

namespace SingleParticle.Projection;

/// <summary>Projection images in real space: sums of a map along the viewing direction.</summary>
/// <remarks>
/// Band-limited to shells 0 to n/2 - 1 of the map's own box. The origin is pixel n / 2, as in the map. One instance per thread.
/// </remarks>
public sealed class ProjectionImage : IDisposable
{
    private readonly HalfPlane _plane;
    private readonly Projector _projector;
    private readonly RealFft2D _fft;
    private readonly HalfSpectrumShape _shape;
    private readonly ComplexFloat[] _slice;
    private readonly ComplexFloat[] _spectrum;
    private readonly double _sum;

    /// <summary>Transforms a map.</summary>
    /// <param name="map">Density, an even box.</param>
    /// <param name="densityRadiusVoxels">Radius from the origin within which the density lies; sets the padding.</param>
    /// <param name="threadCount">Most threads at work in the transform.</param>
    public ProjectionImage(Volume map, double densityRadiusVoxels, int threadCount)
    {
        ArgumentNullException.ThrowIfNull(map);
        var box = map.BoxVoxels;
        _plane = new HalfPlane(box, 1, (box / 2) - 1);
        _projector = new Projector(new SlicePlan(FourierGrid.For(box, box / 2.0, densityRadiusVoxels), box, _plane), map, threadCount);
        _fft = new RealFft2D(box);
        _shape = HalfSpectrumShape.OfImage(box);
        _slice = new ComplexFloat[_plane.PixelCount];
        _spectrum = new ComplexFloat[_fft.SpectrumLength];
        foreach (var value in map.Values) _sum += value;
    }

    /// <summary>One image.</summary>
    /// <param name="frame">Pose and magnification.</param>
    /// <param name="image">Receives [y, x], in units of density times voxels along the ray.</param>
    public void Project(SliceFrame frame, Span<float> image)
    {
        _projector.Slice(frame, _slice);
        var scale = (float)(1 / _projector.Plan.Scale);
        for (var i = 0; i < _slice.Length; i++) _slice[i] *= scale;
        Array.Clear(_spectrum);
        _plane.Scatter(_slice, _spectrum, _plane.Box);
        _spectrum[0] = new ComplexFloat((float)_sum, 0);
        CentredSpectrum.FromCentre(_spectrum, _shape);
        _fft.Inverse(_spectrum, image);
    }

    /// <summary>Frees the transform.</summary>
    public void Dispose() => _projector.Dispose();
}
