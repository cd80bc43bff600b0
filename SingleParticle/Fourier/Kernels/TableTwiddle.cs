using System.Runtime.CompilerServices;

namespace SingleParticle.Fourier.Kernels;

/// <summary>The general root of unity, from the table.</summary>
internal readonly unsafe struct TableTwiddle : ITwiddle
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneComplex<TLanes> Turn<TLanes>(LaneComplex<TLanes> value, float* root)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var re = TLanes.Broadcast(root[0]);
        var im = TLanes.Broadcast(root[1]);
        return new((value.Re * re) - (value.Im * im), TLanes.MultiplyAdd(value.Re, im, value.Im * re));
    }
}
