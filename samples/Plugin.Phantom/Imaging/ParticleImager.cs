using System.Runtime.InteropServices;
using Plugin.Phantom.Molecules;
using SingleParticle.Fourier;
using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Particles;

namespace Plugin.Phantom.Imaging;

/// <summary>Draws noise-free images, protein positive; the buffers of one thread.</summary>
/// <remarks>
/// Pseudo-atom r of pose A appears at M^T (A r)xy - t. The sum of Gaussian blobs is transformed exactly, multiplied by the CTF over the
/// whole field, and the middle of the field is the image.
/// </remarks>
internal sealed class ParticleImager
{
    private readonly PointGrid _grid;
    private readonly PointTransform _transform;
    private readonly RealFft2D _fft;
    private readonly ComplexFloat[] _spectrum;
    private readonly float[] _amplitudes;
    private readonly float[] _field;

    /// <summary>Makes buffers.</summary>
    /// <param name="grid">Grid of the simulated field.</param>
    public ParticleImager(PointGrid grid)
    {
        _grid = grid;
        _transform = new PointTransform(grid);
        _fft = new RealFft2D(grid.Box);
        _spectrum = new ComplexFloat[_fft.SpectrumLength];
        _amplitudes = new float[_fft.SpectrumLength];
        _field = new float[_fft.ImageLength];
    }

    /// <summary>Draws an image.</summary>
    /// <param name="atoms">What is imaged.</param>
    /// <param name="particle">True pose, shift and CTF.</param>
    /// <param name="group">Its optics group.</param>
    /// <param name="amplitude">Factor on the density.</param>
    /// <param name="image">Receives [y, x].</param>
    public void Draw(IReadOnlyList<PseudoAtom> atoms, in Particle particle, ImagingGroup group, double amplitude, Span<float> image)
    {
        AddPoints(atoms, particle, group);
        group.Ctf.Amplitudes(CtfParameters.From(particle), _amplitudes);
        var factor = (float)amplitude;
        for (var i = 0; i < _spectrum.Length; i++)
            _spectrum[i] = _transform.At(i) * (group.Gains[i] * _amplitudes[i] * factor);
        var odd = MemoryMarshal.Cast<float, ComplexFloat>(group.Ctf.OddFactors);
        for (var i = 0; i < odd.Length; i++)
            _spectrum[i] *= odd[i];
        _fft.Inverse(_spectrum, _field);
        Crop(group.Optics.BoxPixels, image);
    }

    private void AddPoints(IReadOnlyList<PseudoAtom> atoms, in Particle particle, ImagingGroup group)
    {
        var pose = Rotations.PoseMatrix(particle.RotationVectorRadians);
        var distortion = group.Magnification.Transpose();
        var (pixel, shift) = (group.Optics.PixelSizeAngstrom, particle.ShiftAngstrom);
        _transform.Clear();
        foreach (var atom in atoms)
        {
            var (x, y) = distortion.Apply(pose.Row0.Dot(atom.Position), pose.Row1.Dot(atom.Position));
            _transform.Add((x - shift.X) / pixel, (y - shift.Y) / pixel, atom.Weight);
        }

        _transform.Transform();
    }

    private void Crop(int box, Span<float> image)
    {
        var first = (_grid.Box - box) / 2;
        for (var row = 0; row < box; row++)
            _field.AsSpan(((first + row) * _grid.Box) + first, box).CopyTo(image.Slice(row * box, box));
    }
}
