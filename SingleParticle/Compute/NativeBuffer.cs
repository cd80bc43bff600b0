using System.Numerics;
using System.Runtime.InteropServices;

namespace SingleParticle.Compute;

/// <summary>Zeroed floats outside the managed heap, aligned to a cache line, for arrays that random access must reach fast.</summary>
/// <remarks>
/// On Linux, large buffers start on a 2 MB boundary and ask for huge pages (madvise): slices of a map touch more pages than the
/// processor's translation cache holds. Refused advice costs speed or memory only. Not thread-safe to dispose while in use.
/// </remarks>
public sealed unsafe partial class NativeBuffer : IDisposable
{
    private const nuint CacheLineBytes = 64;
    private const nuint HugePageBytes = 2 << 20;
    private const nuint LargestPageBytes = 1 << 16;
    private const int AdviseNotNeeded = 4;
    private const int AdviseHugePages = 14;

    /// <summary>Allocates and zeroes.</summary>
    /// <param name="length">Number of floats, at least 1.</param>
    public NativeBuffer(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        Length = length;
        var bytes = (nuint)length * sizeof(float);
        Pointer = (float*)NativeMemory.AlignedAlloc(bytes, IsLarge ? HugePageBytes : CacheLineBytes);
        if (IsLarge && OperatingSystem.IsLinux()) _ = Advise(Pointer, bytes, AdviseHugePages);
        GC.AddMemoryPressure((long)bytes);
        Clear();
    }

    /// <summary>Frees the memory of a buffer that was never disposed.</summary>
    ~NativeBuffer() => Free();

    /// <summary>Number of floats.</summary>
    public long Length { get; }

    /// <summary>The first float, on a 64-byte boundary; null once disposed.</summary>
    public float* Pointer { get; private set; }

    private bool IsLarge => (nuint)Length * sizeof(float) >= 2 * HugePageBytes;

    /// <summary>Sets every float to zero.</summary>
    public void Clear() => NativeMemory.Clear(Pointer, (nuint)Length * sizeof(float));

    /// <summary>Multiplies every float by a factor.</summary>
    /// <param name="factor">Factor.</param>
    public void Multiply(float factor)
    {
        var lanes = Vector<float>.Count;
        var i = 0L;
        for (; i <= Length - lanes; i += lanes) (Vector.Load(Pointer + i) * factor).Store(Pointer + i);
        for (; i < Length; i++) Pointer[i] *= factor;
    }

    /// <summary>this = own factor x this + other factor x other.</summary>
    /// <param name="ownFactor">Weight of what is here.</param>
    /// <param name="other">A buffer of the same length.</param>
    /// <param name="otherFactor">Weight of the other buffer.</param>
    public void Mix(float ownFactor, NativeBuffer other, float otherFactor)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentOutOfRangeException.ThrowIfNotEqual(other.Length, Length);
        var lanes = Vector<float>.Count;
        var i = 0L;
        for (; i <= Length - lanes; i += lanes)
            ((Vector.Load(Pointer + i) * ownFactor) + (Vector.Load(other.Pointer + i) * otherFactor)).Store(Pointer + i);
        for (; i < Length; i++) Pointer[i] = (Pointer[i] * ownFactor) + (other.Pointer[i] * otherFactor);
    }

    /// <summary>A window as a span.</summary>
    /// <param name="start">First float.</param>
    /// <param name="count">Number of floats.</param>
    public Span<float> Slice(long start, int count)
    {
        ObjectDisposedException.ThrowIf(Pointer is null, this);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + count, Length);
        return new Span<float>(Pointer + start, count);
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (Pointer is null) return;
        if (OperatingSystem.IsLinux()) GiveBackPages();
        NativeMemory.AlignedFree(Pointer);
        Pointer = null;
        GC.RemoveMemoryPressure(Length * sizeof(float));
    }

    // The allocator keeps what lies between other buffers; the pages of it that nobody shares go back to the system.
    private void GiveBackPages()
    {
        var first = ((nuint)Pointer + LargestPageBytes - 1) / LargestPageBytes * LargestPageBytes;
        var end = ((nuint)Pointer + ((nuint)Length * sizeof(float))) / LargestPageBytes * LargestPageBytes;
        if (end > first) _ = Advise((void*)first, end - first, AdviseNotNeeded);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* address, nuint length, int advice);
}
