using System.Runtime.CompilerServices;

namespace SingleParticle.Fourier.Kernels;

/// <summary>The butterfly of four elements.</summary>
internal readonly unsafe struct Radix4 : IButterfly
{
    public static int Radix => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<TLanes, TTwiddle>(float* input, int inputStride, float* output, int outputStride, float* roots)
        where TLanes : unmanaged, ILanes<TLanes>
        where TTwiddle : struct, ITwiddle
    {
        var x0 = LaneComplex<TLanes>.Load(input);
        var x1 = LaneComplex<TLanes>.Load(input + inputStride);
        var x2 = LaneComplex<TLanes>.Load(input + (2 * inputStride));
        var x3 = LaneComplex<TLanes>.Load(input + (3 * inputStride));
        var sum02 = x0 + x2;
        var difference02 = x0 - x2;
        var sum13 = x1 + x3;
        var difference13 = (x1 - x3).TimesMinusI;
        (sum02 + sum13).Store(output);
        TTwiddle.Turn(difference02 + difference13, roots).Store(output + outputStride);
        TTwiddle.Turn(sum02 - sum13, roots + 2).Store(output + (2 * outputStride));
        TTwiddle.Turn(difference02 - difference13, roots + 4).Store(output + (3 * outputStride));
    }
}
