using System.Runtime.CompilerServices;

namespace SingleParticle.Fourier.Kernels;

/// <summary>The butterfly of three elements.</summary>
internal readonly unsafe struct Radix3 : IButterfly
{
    private const float SineThird = 0.866025403784438647f;

    public static int Radix => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<TLanes, TTwiddle>(float* input, int inputStride, float* output, int outputStride, float* roots)
        where TLanes : unmanaged, ILanes<TLanes>
        where TTwiddle : struct, ITwiddle
    {
        var x0 = LaneComplex<TLanes>.Load(input);
        var x1 = LaneComplex<TLanes>.Load(input + inputStride);
        var x2 = LaneComplex<TLanes>.Load(input + (2 * inputStride));
        var sum = x1 + x2;
        var even = x0.Plus(TLanes.Broadcast(-0.5f), sum);
        var odd = ((x1 - x2) * TLanes.Broadcast(SineThird)).TimesMinusI;
        (x0 + sum).Store(output);
        TTwiddle.Turn(even + odd, roots).Store(output + outputStride);
        TTwiddle.Turn(even - odd, roots + 2).Store(output + (2 * outputStride));
    }
}
