using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SingleParticle.Fourier.Kernels;

/// <summary>4 lanes in one 128-bit vector.</summary>
internal readonly unsafe struct Lanes4(Vector128<float> value) : ILanes<Lanes4>
{
    private readonly Vector128<float> _value = value;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator +(Lanes4 left, Lanes4 right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator -(Lanes4 left, Lanes4 right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator *(Lanes4 left, Lanes4 right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Load(float* source) => new(Vector128.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes4 value, float* target) => Vector128.Store(value._value, target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Broadcast(float value) => new(Vector128.Create(value));

    // Never MultiplyAddEstimate: it fuses or not as the compiler's tier pleases, and the same input must give the same bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 MultiplyAdd(Lanes4 left, Lanes4 right, Lanes4 addend) => Fma.IsSupported || AdvSimd.IsSupported
        ? new(Vector128.FusedMultiplyAdd(left._value, right._value, addend._value))
        : new((left._value * right._value) + addend._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadPairs(float* source, out Lanes4 first, out Lanes4 second)
    {
        var low = Vector128.Load(source).AsUInt64();
        var high = Vector128.Load(source + 4).AsUInt64();
        first = new(Vector128.Narrow(low, high).AsSingle());
        second = new(Vector128.Narrow(low >>> 32, high >>> 32).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Interleave(Lanes4 first, Lanes4 second, out Lanes4 low, out Lanes4 high)
    {
        var (firstLow, firstHigh) = Vector128.Widen(first._value.AsUInt32());
        var (secondLow, secondHigh) = Vector128.Widen(second._value.AsUInt32());
        low = new((firstLow | (secondLow << 32)).AsSingle());
        high = new((firstHigh | (secondHigh << 32)).AsSingle());
    }
}
