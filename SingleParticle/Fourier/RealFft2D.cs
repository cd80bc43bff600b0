using SingleParticle.Fourier.Kernels;

namespace SingleParticle.Fourier;

/// <summary>The discrete Fourier transform of real square images.</summary>
/// <remarks>
/// Image [y, x], box x box, x fastest. Half spectrum [y, x], box x (box / 2 + 1): frequency x = 0 .. box / 2 and, on y, index j means
/// frequency j for j up to box / 2 and j - box above. F(k) = sum_r f(r) exp(-2 pi i k.r / box), unscaled; the inverse divides by
/// box². Any box of 2 or more is exact; 2^a 3^b 5^c is fast. Immutable and thread-safe; make one per box and keep it.
/// Repeats bit for bit on one machine; machines with other vector widths differ in the last digits.
/// </remarks>
public sealed unsafe class RealFft2D
{
    private readonly FftEngine _engine;

    /// <summary>Plans the transform.</summary>
    /// <param name="box">Edge length in pixels, at least 2.</param>
    public RealFft2D(int box)
        : this(box, FftEngine.Create(box))
    {
    }

    internal RealFft2D(int box, FftEngine engine)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(box, 2);
        Box = box;
        _engine = engine;
    }

    /// <summary>Edge length in pixels.</summary>
    public int Box { get; }

    /// <summary>Columns of the half spectrum, box / 2 + 1.</summary>
    public int HalfWidth => (Box / 2) + 1;

    /// <summary>Values of an image, box².</summary>
    public int ImageLength => Box * Box;

    /// <summary>Values of a half spectrum, box (box / 2 + 1).</summary>
    public int SpectrumLength => Box * HalfWidth;

    /// <summary>Image to half spectrum, unscaled.</summary>
    /// <param name="image">Values, [y, x].</param>
    /// <param name="halfSpectrum">Filled, [y, x]; must not overlap the image.</param>
    public void Forward(ReadOnlySpan<float> image, Span<ComplexFloat> halfSpectrum)
    {
        Check(image.Length, halfSpectrum.Length);
        fixed (float* source = image)
        fixed (ComplexFloat* target = halfSpectrum)
            _engine.ForwardPlane(source, (float*)target);
    }

    /// <summary>Half spectrum to image, divided by box².</summary>
    /// <param name="halfSpectrum">Values, [y, x]; left as they are.</param>
    /// <param name="image">Filled, [y, x]; must not overlap the half spectrum.</param>
    /// <remarks>Of columns 0 and, in an even box, box / 2 only the Hermitian part counts, as in any real image's spectrum.</remarks>
    public void Inverse(ReadOnlySpan<ComplexFloat> halfSpectrum, Span<float> image)
    {
        Check(image.Length, halfSpectrum.Length);
        fixed (ComplexFloat* source = halfSpectrum)
        fixed (float* target = image)
            _engine.InversePlane((float*)source, target);
    }

    private void Check(int imageLength, int spectrumLength)
    {
        if (imageLength != ImageLength)
            throw new ArgumentException($"an image of box {Box} has {ImageLength} values, not {imageLength}");
        if (spectrumLength != SpectrumLength)
            throw new ArgumentException($"a half spectrum of box {Box} has {SpectrumLength} values, not {spectrumLength}");
    }
}
