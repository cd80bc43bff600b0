using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SingleParticle.Fourier.Kernels;

/// <summary>16 lanes in one 512-bit vector.</summary>
internal readonly unsafe struct Lanes16(Vector512<float> value) : ILanes<Lanes16>
{
    private readonly Vector512<float> _value = value;

    public static int Count => 16;

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 MultiplyAdd(Lanes16 left, Lanes16 right, Lanes16 addend) =>
        new(Vector512.MultiplyAddEstimate(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadPairs(float* source, out Lanes16 first, out Lanes16 second)
    {
        var low = Vector512.Load(source).AsUInt64();
        var high = Vector512.Load(source + 16).AsUInt64();
        first = new(Vector512.Narrow(low, high).AsSingle());
        second = new(Vector512.Narrow(low >>> 32, high >>> 32).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Interleave(Lanes16 first, Lanes16 second, out Lanes16 low, out Lanes16 high)
    {
        var (firstLow, firstHigh) = Vector512.Widen(first._value.AsUInt32());
        var (secondLow, secondHigh) = Vector512.Widen(second._value.AsUInt32());
        low = new((firstLow | (secondLow << 32)).AsSingle());
        high = new((firstHigh | (secondHigh << 32)).AsSingle());
    }
}
