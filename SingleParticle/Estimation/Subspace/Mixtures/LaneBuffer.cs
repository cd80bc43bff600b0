using System.Runtime.InteropServices;
using Lanes = System.Runtime.Intrinsics.Vector512<double>;

namespace SingleParticle.Estimation.Subspace.Mixtures;

/// <summary>Zeroed vectors of eight numbers, none of which straddles two cache lines.</summary>
internal sealed class LaneBuffer
{
    private const int CacheLineBytes = 64;

    private readonly double[] _values;
    private readonly int _start;

    /// <summary>Allocates and zeroes.</summary>
    /// <param name="length">Number of vectors.</param>
    public LaneBuffer(int length)
    {
        // Pinned arrays never move.
        _values = GC.AllocateArray<double>((length + 1) * Lanes.Count, pinned: true);
        var past = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(_values, 0) % CacheLineBytes);
        _start = (CacheLineBytes - past) % CacheLineBytes / sizeof(double);
        Length = length;
    }

    /// <summary>Number of vectors.</summary>
    public int Length { get; }

    /// <summary>Some of the vectors.</summary>
    /// <param name="start">First of them.</param>
    /// <param name="count">Number of vectors.</param>
    public Span<Lanes> Slice(int start, int count) =>
        MemoryMarshal.Cast<double, Lanes>(_values.AsSpan(_start + (start * Lanes.Count), count * Lanes.Count));

    /// <summary>All vectors.</summary>
    public Span<Lanes> All() => Slice(0, Length);
}
