using System.Runtime.CompilerServices;

namespace SingleParticle.Fourier.Kernels;

/// <summary>The butterfly of two elements.</summary>
internal readonly unsafe struct Radix2 : IButterfly
{
    public static int Radix => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<TLanes, TTwiddle>(float* input, int inputStride, float* output, int outputStride, float* roots)
        where TLanes : unmanaged, ILanes<TLanes>
        where TTwiddle : struct, ITwiddle
    {
        var first = LaneComplex<TLanes>.Load(input);
        var second = LaneComplex<TLanes>.Load(input + inputStride);
        (first + second).Store(output);
        TTwiddle.Turn(first - second, roots).Store(output + outputStride);
    }
}
