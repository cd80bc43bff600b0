using System.Runtime.CompilerServices;

namespace SingleParticle.Fourier.Kernels;

/// <summary>The butterfly of eight elements.</summary>
internal readonly unsafe struct Radix8 : IButterfly
{
    private const float SineEighth = 0.707106781186547524f;

    public static int Radix => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<TLanes, TTwiddle>(float* input, int inputStride, float* output, int outputStride, float* roots)
        where TLanes : unmanaged, ILanes<TLanes>
        where TTwiddle : struct, ITwiddle
    {
        var x0 = LaneComplex<TLanes>.Load(input);
        var x4 = LaneComplex<TLanes>.Load(input + (4 * inputStride));
        var x2 = LaneComplex<TLanes>.Load(input + (2 * inputStride));
        var x6 = LaneComplex<TLanes>.Load(input + (6 * inputStride));
        var sum04 = x0 + x4;
        var difference04 = x0 - x4;
        var sum26 = x2 + x6;
        var difference26 = (x2 - x6).TimesMinusI;
        var even0 = sum04 + sum26;
        var even1 = difference04 + difference26;
        var even2 = sum04 - sum26;
        var even3 = difference04 - difference26;
        var x1 = LaneComplex<TLanes>.Load(input + inputStride);
        var x5 = LaneComplex<TLanes>.Load(input + (5 * inputStride));
        var x3 = LaneComplex<TLanes>.Load(input + (3 * inputStride));
        var x7 = LaneComplex<TLanes>.Load(input + (7 * inputStride));
        var sum15 = x1 + x5;
        var difference15 = x1 - x5;
        var sum37 = x3 + x7;
        var difference37 = (x3 - x7).TimesMinusI;
        var half = TLanes.Broadcast(SineEighth);
        var odd0 = sum15 + sum37;
        var odd1 = difference15 + difference37;
        odd1 = (odd1 + odd1.TimesMinusI) * half;
        var odd2 = (sum15 - sum37).TimesMinusI;
        var odd3 = difference15 - difference37;
        odd3 = (odd3.TimesMinusI - odd3) * half;
        (even0 + odd0).Store(output);
        TTwiddle.Turn(even1 + odd1, roots).Store(output + outputStride);
        TTwiddle.Turn(even2 + odd2, roots + 2).Store(output + (2 * outputStride));
        TTwiddle.Turn(even3 + odd3, roots + 4).Store(output + (3 * outputStride));
        TTwiddle.Turn(even0 - odd0, roots + 6).Store(output + (4 * outputStride));
        TTwiddle.Turn(even1 - odd1, roots + 8).Store(output + (5 * outputStride));
        TTwiddle.Turn(even2 - odd2, roots + 10).Store(output + (6 * outputStride));
        TTwiddle.Turn(even3 - odd3, roots + 12).Store(output + (7 * outputStride));
    }
}
