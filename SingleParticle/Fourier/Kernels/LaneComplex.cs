using System.Runtime.CompilerServices;

namespace SingleParticle.Fourier.Kernels;

/// <summary>One complex number per lane, stored as all real parts, then all imaginary parts.</summary>
/// <typeparam name="TLanes">Vector width.</typeparam>
internal readonly unsafe struct LaneComplex<TLanes>(TLanes re, TLanes im)
    where TLanes : unmanaged, ILanes<TLanes>
{
    public readonly TLanes Re = re;
    public readonly TLanes Im = im;

    /// <summary>This number times -i.</summary>
    public LaneComplex<TLanes> TimesMinusI
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Im, TLanes.Broadcast(0) - Re);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneComplex<TLanes> operator +(LaneComplex<TLanes> left, LaneComplex<TLanes> right) =>
        new(left.Re + right.Re, left.Im + right.Im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneComplex<TLanes> operator -(LaneComplex<TLanes> left, LaneComplex<TLanes> right) =>
        new(left.Re - right.Re, left.Im - right.Im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneComplex<TLanes> operator *(LaneComplex<TLanes> left, TLanes right) => new(left.Re * right, left.Im * right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneComplex<TLanes> Load(float* source) => new(TLanes.Load(source), TLanes.Load(source + TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* target)
    {
        TLanes.Store(Re, target);
        TLanes.Store(Im, target + TLanes.Count);
    }

    /// <summary>This number plus a real factor times another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneComplex<TLanes> Plus(TLanes factor, LaneComplex<TLanes> other) =>
        new(TLanes.MultiplyAdd(factor, other.Re, Re), TLanes.MultiplyAdd(factor, other.Im, Im));
}
