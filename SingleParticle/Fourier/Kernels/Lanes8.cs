using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SingleParticle.Fourier.Kernels;

/// <summary>8 lanes in one 256-bit vector.</summary>
internal readonly unsafe struct Lanes8(Vector256<float> value) : ILanes<Lanes8>
{
    private readonly Vector256<float> _value = value;

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator +(Lanes8 left, Lanes8 right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator -(Lanes8 left, Lanes8 right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator *(Lanes8 left, Lanes8 right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Load(float* source) => new(Vector256.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes8 value, float* target) => Vector256.Store(value._value, target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Broadcast(float value) => new(Vector256.Create(value));

    // Never MultiplyAddEstimate: it fuses or not as the compiler's tier pleases, and the same input must give the same bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 MultiplyAdd(Lanes8 left, Lanes8 right, Lanes8 addend) => Fma.IsSupported
        ? new(Vector256.FusedMultiplyAdd(left._value, right._value, addend._value))
        : new((left._value * right._value) + addend._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadPairs(float* source, out Lanes8 first, out Lanes8 second)
    {
        var low = Vector256.Load(source).AsUInt64();
        var high = Vector256.Load(source + 8).AsUInt64();
        first = new(Vector256.Narrow(low, high).AsSingle());
        second = new(Vector256.Narrow(low >>> 32, high >>> 32).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Interleave(Lanes8 first, Lanes8 second, out Lanes8 low, out Lanes8 high)
    {
        var (firstLow, firstHigh) = Vector256.Widen(first._value.AsUInt32());
        var (secondLow, secondHigh) = Vector256.Widen(second._value.AsUInt32());
        low = new((firstLow | (secondLow << 32)).AsSingle());
        high = new((firstHigh | (secondHigh << 32)).AsSingle());
    }
}
