using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SingleParticle.Fourier.Kernels;

/// <summary>16 lanes in one 512-bit vector.</summary>
internal readonly unsafe struct Lanes16(Vector512<float> value) : ILanes<Lanes16>
{
    private readonly Vector512<float> _value = value;

    public static int Count => 16;

    // Of the 32 lanes of two vectors, one behind the other.
    private static Vector512<int> InterleaveLow => Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);

    private static Vector512<int> InterleaveHigh => Vector512.Create(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 operator +(Lanes16 left, Lanes16 right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 operator -(Lanes16 left, Lanes16 right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 operator *(Lanes16 left, Lanes16 right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Load(float* source) => new(Vector512.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes16 value, float* target) => Vector512.Store(value._value, target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Broadcast(float value) => new(Vector512.Create(value));

    // Never MultiplyAddEstimate: it fuses or not as the compiler's tier pleases, and the same input must give the same bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 MultiplyAdd(Lanes16 left, Lanes16 right, Lanes16 addend) => Vector512.IsHardwareAccelerated
        ? new(Vector512.FusedMultiplyAdd(left._value, right._value, addend._value))
        : new((left._value * right._value) + addend._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadPairs(float* source, out Lanes16 first, out Lanes16 second)
    {
        if (Avx512F.IsSupported)
        {
            var left = Vector512.Load(source);
            var right = Vector512.Load(source + 16);
            first = new(Avx512F.PermuteVar16x32x2(left, Vector512.CreateSequence(0, 2), right));
            second = new(Avx512F.PermuteVar16x32x2(left, Vector512.CreateSequence(1, 2), right));
            return;
        }

        var low = Vector512.Load(source).AsUInt64();
        var high = Vector512.Load(source + 16).AsUInt64();
        first = new(Vector512.Narrow(low, high).AsSingle());
        second = new(Vector512.Narrow(low >>> 32, high >>> 32).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Interleave(Lanes16 first, Lanes16 second, out Lanes16 low, out Lanes16 high)
    {
        if (Avx512F.IsSupported)
        {
            low = new(Avx512F.PermuteVar16x32x2(first._value, InterleaveLow, second._value));
            high = new(Avx512F.PermuteVar16x32x2(first._value, InterleaveHigh, second._value));
            return;
        }

        var (firstLow, firstHigh) = Vector512.Widen(first._value.AsUInt32());
        var (secondLow, secondHigh) = Vector512.Widen(second._value.AsUInt32());
        low = new((firstLow | (secondLow << 32)).AsSingle());
        high = new((firstHigh | (secondHigh << 32)).AsSingle());
    }
}
