using SingleParticle.Fourier;
using SingleParticle.Optics;

namespace SingleParticle.Particles.Preparation;

/// <summary>What the images of one optics group have in common: box, contrast sign, and the CTF on the half plane.</summary>
/// <remarks>Half-plane pixel (x, y) lies at the frequency (x, y) / (N p). Immutable, shared by all threads.</remarks>
internal sealed class GroupImageModel
{
    private readonly OpticsGroup _optics;
    private readonly CtfGrid _ctf;

    internal GroupImageModel(OpticsGroup optics, HalfPlane plane, MagnificationCorrection correction)
    {
        _optics = optics;
        var edgeAngstrom = optics.BoxPixels * optics.PixelSizeAngstrom;
        var frequencies = new (double X, double Y)[plane.PixelCount];
        for (var i = 0; i < frequencies.Length; i++)
            frequencies[i] = (plane.X[i] / edgeAngstrom, plane.Y[i] / edgeAngstrom);
        _ctf = new CtfGrid(optics, frequencies, correction);
    }

    /// <summary>exp(i phi) of the antisymmetric aberrations, interleaved; empty where there are none.</summary>
    internal ReadOnlySpan<float> OddFactors => _ctf.OddFactors;

    /// <summary>1 / N of the unitary transform, times the contrast sign.</summary>
    internal double Factor => _optics.ContrastSign / _optics.BoxPixels;

    /// <summary>Shift of a particle in pixels of its own images.</summary>
    internal (double X, double Y) ShiftPixels(in Particle particle) =>
        (particle.ShiftAngstrom.X / _optics.PixelSizeAngstrom, particle.ShiftAngstrom.Y / _optics.PixelSizeAngstrom);

    /// <summary>The particle's CTF without its antisymmetric factor.</summary>
    internal void Amplitudes(in Particle particle, Span<float> amplitudes) => _ctf.Amplitudes(CtfParameters.From(particle), amplitudes);
}
