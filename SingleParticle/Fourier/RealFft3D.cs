using SingleParticle.Compute;
using SingleParticle.Fourier.Kernels;

namespace SingleParticle.Fourier;

/// <summary>The discrete Fourier transform of real cubic volumes.</summary>
/// <remarks>
/// Volume [z, y, x], box³ values, x fastest. Half spectrum [z, y, x], box x box x (box / 2 + 1), frequencies as in
/// <see cref="RealFft2D"/>. F(k) = sum_r f(r) exp(-2 pi i k.r / box), unscaled; the inverse divides by box³. Any box of 2 or more is
/// exact; 2^a 3^b 5^c is fast. Thread-safe; the same bits on any number of threads.
/// </remarks>
public sealed unsafe class RealFft3D
{
    private readonly FftEngine _engine;
    private readonly int _threadCount;

    /// <summary>Plans the transform.</summary>
    /// <param name="box">Edge length in voxels, 2 to 1024.</param>
    /// <param name="threadCount">Most threads to work on one transform.</param>
    public RealFft3D(int box, int threadCount = 1)
        : this(box, threadCount, FftEngine.Create(box))
    {
    }

    internal RealFft3D(int box, int threadCount, FftEngine engine)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(box, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(box, 1024);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threadCount);
        Box = box;
        _threadCount = threadCount;
        _engine = engine;
    }

    /// <summary>Edge length in voxels.</summary>
    public int Box { get; }

    /// <summary>Columns of the half spectrum, box / 2 + 1.</summary>
    public int HalfWidth => (Box / 2) + 1;

    /// <summary>Values of a volume, box³.</summary>
    public int VolumeLength => Box * Box * Box;

    /// <summary>Values of a half spectrum, box² (box / 2 + 1).</summary>
    public int SpectrumLength => Box * Box * HalfWidth;

    private long PlaneFloats => 2L * Box * HalfWidth;

    /// <summary>Volume to half spectrum, unscaled.</summary>
    /// <param name="volume">Values, [z, y, x].</param>
    /// <param name="halfSpectrum">Filled, [z, y, x]; must not overlap the volume.</param>
    /// <param name="cancel">Stops the transform; the half spectrum is then meaningless.</param>
    public void Forward(ReadOnlySpan<float> volume, Span<ComplexFloat> halfSpectrum, CancellationToken cancel = default)
    {
        Check(volume.Length, halfSpectrum.Length);
        fixed (float* sourceStart = volume)
        fixed (ComplexFloat* targetStart = halfSpectrum)
        {
            var source = sourceStart;
            var target = (float*)targetStart;
            WorkPartition.Run(Box, _threadCount, z => _engine.ForwardPlanePacked(Plane(source, z), Row(target, z, 0)), cancel);
            WorkPartition.Run(Box, _threadCount, y => _engine.ForwardAlongZ(Row(target, 0, y), PlaneFloats), cancel);
            if (Box % 2 == 0)
                WorkPartition.Run((Box / 2) + 1, _threadCount, z => SplitPacked(target, z), cancel);
        }
    }

    /// <summary>Half spectrum to volume, divided by box³.</summary>
    /// <param name="halfSpectrum">Values, [z, y, x]; left as they are.</param>
    /// <param name="volume">Filled, [z, y, x]; must not overlap the half spectrum.</param>
    /// <param name="cancel">Stops the transform; the volume is then meaningless.</param>
    /// <remarks>
    /// Of planes x = 0 and, in an even box, x = box / 2 only the Hermitian part counts. Works in a copy as large as the half spectrum;
    /// <see cref="InverseInPlace"/> does without.
    /// </remarks>
    public void Inverse(ReadOnlySpan<ComplexFloat> halfSpectrum, Span<float> volume, CancellationToken cancel = default)
    {
        Check(volume.Length, halfSpectrum.Length);
        var work = GC.AllocateUninitializedArray<ComplexFloat>(SpectrumLength);
        fixed (ComplexFloat* source = halfSpectrum)
        fixed (ComplexFloat* middle = work)
        fixed (float* target = volume)
            Inverse((float*)source, (float*)middle, target, cancel);
    }

    /// <summary>Half spectrum to volume, divided by box³, using the half spectrum's memory to work in.</summary>
    /// <param name="halfSpectrum">Values, [z, y, x]; destroyed.</param>
    /// <param name="volume">Filled, [z, y, x]; must not overlap the half spectrum.</param>
    /// <param name="cancel">Stops the transform; the volume is then meaningless.</param>
    public void InverseInPlace(Span<ComplexFloat> halfSpectrum, Span<float> volume, CancellationToken cancel = default)
    {
        Check(volume.Length, halfSpectrum.Length);
        fixed (ComplexFloat* source = halfSpectrum)
        fixed (float* target = volume)
            Inverse((float*)source, (float*)source, target, cancel);
    }

    private void Inverse(float* source, float* middle, float* target, CancellationToken cancel)
    {
        var packedPlane = Box % 2 == 0 ? GC.AllocateUninitializedArray<ComplexFloat>(Box * Box) : [];
        fixed (ComplexFloat* packedStart = packedPlane)
        {
            var packed = (float*)packedStart;
            if (packed != null)
                WorkPartition.Run(Box, _threadCount, z => Pack(source, z, packed + (2L * z * Box)), cancel);
            WorkPartition.Run(
                Box,
                _threadCount,
                y => _engine.InverseAlongZ(
                    Row(source, 0, y), packed == null ? null : packed + (2 * y), 2L * Box, Row(middle, 0, y), PlaneFloats),
                cancel);
        }

        var scale = (float)(1.0 / ((double)Box * Box * Box));
        WorkPartition.Run(Box, _threadCount, z => _engine.InversePlanePacked(Row(middle, z, 0), Plane(target, z), scale), cancel);
    }

    private void SplitPacked(float* spectrum, int z)
    {
        var mateZ = Mate(z);
        var lastY = z == mateZ ? Box / 2 : Box - 1;
        for (var y = 0; y <= lastY; y++)
            PackedColumn.Split(Row(spectrum, z, y), Row(spectrum, mateZ, Mate(y)), Box);
    }

    private void Pack(float* spectrum, int z, float* packedRow)
    {
        for (var y = 0; y < Box; y++)
            PackedColumn.Pack(Row(spectrum, z, y), Row(spectrum, Mate(z), Mate(y)), Box, packedRow + (2 * y));
    }

    private float* Plane(float* volume, int z) => volume + ((long)z * Box * Box);

    private float* Row(float* spectrum, int z, int y) => spectrum + (z * PlaneFloats) + (y * 2L * HalfWidth);

    private int Mate(int index) => index == 0 ? 0 : Box - index;

    private void Check(int volumeLength, int spectrumLength)
    {
        if (volumeLength != VolumeLength)
            throw new ArgumentException($"a volume of box {Box} has {VolumeLength} values, not {volumeLength}");
        if (spectrumLength != SpectrumLength)
            throw new ArgumentException($"a half spectrum of box {Box} has {SpectrumLength} values, not {spectrumLength}");
    }
}
