namespace SingleParticle.Fourier.Kernels;

/// <summary>Working memory that starts on a cache line, so that no vector straddles two.</summary>
internal sealed unsafe class AlignedBuffer
{
    private const int CacheLineBytes = 64;

    // Pinned arrays never move, so the pointer stays right for as long as the array is referenced.
    private readonly float[] _values;

    public AlignedBuffer(int floatCount)
    {
        _values = GC.AllocateArray<float>(floatCount + (CacheLineBytes / sizeof(float)), pinned: true);
        fixed (float* start = _values)
            Pointer = (float*)(((nuint)start + CacheLineBytes - 1) / CacheLineBytes * CacheLineBytes);
    }

    /// <summary>The first float, on a multiple of 64 bytes.</summary>
    public float* Pointer { get; }
}
