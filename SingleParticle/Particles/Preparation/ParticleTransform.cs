using System.Numerics;
using System.Runtime.InteropServices;
using SingleParticle.Fourier;

namespace SingleParticle.Particles.Preparation;

/// <summary>Turns raw images into records of the cache; the buffers of one thread.</summary>
internal sealed class ParticleTransform
{
    private readonly RealFft2D _fft;
    private readonly HalfPlane _plane;
    private readonly int[] _sources;
    private readonly ComplexFloat[] _spectrum;
    private readonly ComplexFloat[] _columnPhases;
    private readonly ComplexFloat[] _rowPhases;
    private readonly float[] _amplitudes;

    internal ParticleTransform(RealFft2D fft, HalfPlane plane, int[] sources)
    {
        (_fft, _plane, _sources) = (fft, plane, sources);
        Image = new float[fft.ImageLength];
        _spectrum = new ComplexFloat[fft.SpectrumLength];
        _columnPhases = new ComplexFloat[plane.Box / 2];
        _rowPhases = new ComplexFloat[plane.Box];
        _amplitudes = new float[plane.PixelCount];
    }

    /// <summary>The raw image, [y, x]; to be filled before <see cref="Prepare"/>, which changes it.</summary>
    internal float[] Image { get; }

    /// <summary>Where the pixels of the half plane stand in the half spectrum of an image.</summary>
    internal static int[] Sources(RealFft2D fft, HalfPlane plane)
    {
        var sources = new int[plane.PixelCount];
        for (var i = 0; i < sources.Length; i++)
        {
            var row = plane.Y[i] < 0 ? plane.Y[i] + fft.Box : plane.Y[i];
            sources[i] = (row * fft.HalfWidth) + plane.X[i];
        }

        return sources;
    }

    /// <summary>Fills a record from <see cref="Image"/>.</summary>
    /// <param name="particle">Shift and CTF parameters.</param>
    /// <param name="model">What its optics group has in common.</param>
    /// <param name="record">Receives Y [pixel, 2], g [pixel] and the power per shell [shell]; what follows is left alone.</param>
    internal void Prepare(in Particle particle, GroupImageModel model, Span<float> record)
    {
        RemoveMean(Image);
        _fft.Forward(Image, _spectrum);
        var shift = model.ShiftPixels(particle);
        FillPhases(_columnPhases, 0, shift.X, model.Factor);
        FillPhases(_rowPhases, -_plane.Box / 2, shift.Y, 1);
        model.Amplitudes(particle, _amplitudes);
        var pixelCount = _plane.PixelCount;
        var data = MemoryMarshal.Cast<float, ComplexFloat>(record[..(2 * pixelCount)]);
        CentreAndShift(data, record.Slice(3 * pixelCount, _plane.ShellCount));
        var powers = record.Slice(2 * pixelCount, pixelCount);
        for (var i = 0; i < _amplitudes.Length; i++)
        {
            var amplitude = _amplitudes[i];
            data[i] *= amplitude;
            powers[i] = amplitude * amplitude;
        }

        var odd = MemoryMarshal.Cast<float, ComplexFloat>(model.OddFactors);
        for (var i = 0; i < odd.Length; i++)
            data[i] *= odd[i].Conjugate;
    }

    // The mean is not used, but as the largest coefficient by far it would set the rounding error of all the others.
    private static void RemoveMean(Span<float> image)
    {
        var vectors = Vector.IsHardwareAccelerated ? MemoryMarshal.Cast<float, Vector<float>>(image) : [];
        var rest = image[(vectors.Length * Vector<float>.Count)..];
        var vectorSum = Vector<float>.Zero;
        foreach (var vector in vectors)
            vectorSum += vector;
        // Lane by lane: the order in which Vector.Sum adds is the compiler's.
        var sum = 0.0;
        for (var lane = 0; lane < Vector<float>.Count; lane++)
            sum += vectorSum[lane];
        foreach (var pixel in rest)
            sum += pixel;
        var mean = (float)(sum / image.Length);
        foreach (ref var vector in vectors)
            vector -= new Vector<float>(mean);
        foreach (ref var pixel in rest)
            pixel -= mean;
    }

    // (-1)^k puts the origin at N / 2, exp(-2 pi i k t / N) the particle at the origin.
    private void FillPhases(ComplexFloat[] phases, int first, double shiftPixels, double factor)
    {
        for (var i = 0; i < phases.Length; i++)
        {
            var k = first + i;
            var (sine, cosine) = Math.SinCos(-2 * Math.PI * k * shiftPixels / _fft.Box);
            var signed = (k & 1) == 0 ? factor : -factor;
            phases[i] = new ComplexFloat((float)(signed * cosine), (float)(signed * sine));
        }
    }

    // Written out in numbers: the compiler keeps complex values of a loop in memory, which takes seven times as long.
    private void CentreAndShift(Span<ComplexFloat> data, Span<float> shellPowers)
    {
        var half = _plane.Box / 2;
        var (spectrum, columns, rows, sources) = (_spectrum, _columnPhases, _rowPhases, _sources);
        var x = _plane.X;
        var y = _plane.Y;
        for (var shell = 0; shell < shellPowers.Length; shell++)
        {
            var power = 0.0;
            var end = _plane.ShellOffsets[shell + 1];
            for (var i = _plane.ShellOffsets[shell]; i < end; i++)
            {
                ref readonly var value = ref spectrum[sources[i]];
                ref readonly var column = ref columns[x[i]];
                ref readonly var row = ref rows[y[i] + half];
                var real = (value.Real * column.Real) - (value.Imaginary * column.Imaginary);
                var imaginary = (value.Real * column.Imaginary) + (value.Imaginary * column.Real);
                var shiftedReal = (real * row.Real) - (imaginary * row.Imaginary);
                var shiftedImaginary = (real * row.Imaginary) + (imaginary * row.Real);
                data[i] = new ComplexFloat(shiftedReal, shiftedImaginary);
                power += (shiftedReal * shiftedReal) + (shiftedImaginary * shiftedImaginary);
            }

            shellPowers[shell] = (float)power;
        }
    }
}
