using System.Runtime.CompilerServices;

namespace SingleParticle.Fourier.Kernels;

/// <summary>The root 1: no turn.</summary>
internal readonly unsafe struct UnitTwiddle : ITwiddle
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneComplex<TLanes> Turn<TLanes>(LaneComplex<TLanes> value, float* root)
        where TLanes : unmanaged, ILanes<TLanes> => value;
}
