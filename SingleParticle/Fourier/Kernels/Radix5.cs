using System.Runtime.CompilerServices;

namespace SingleParticle.Fourier.Kernels;

/// <summary>The butterfly of five elements.</summary>
internal readonly unsafe struct Radix5 : IButterfly
{
    private const float CosineFifth = 0.309016994374947424f;
    private const float CosineTwoFifths = -0.809016994374947424f;
    private const float SineFifth = 0.951056516295153572f;
    private const float SineTwoFifths = 0.587785252292473129f;

    public static int Radix => 5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<TLanes, TTwiddle>(float* input, int inputStride, float* output, int outputStride, float* roots)
        where TLanes : unmanaged, ILanes<TLanes>
        where TTwiddle : struct, ITwiddle
    {
        var x0 = LaneComplex<TLanes>.Load(input);
        var x1 = LaneComplex<TLanes>.Load(input + inputStride);
        var x2 = LaneComplex<TLanes>.Load(input + (2 * inputStride));
        var x3 = LaneComplex<TLanes>.Load(input + (3 * inputStride));
        var x4 = LaneComplex<TLanes>.Load(input + (4 * inputStride));
        var sum14 = x1 + x4;
        var difference14 = (x1 - x4).TimesMinusI;
        var sum23 = x2 + x3;
        var difference23 = (x2 - x3).TimesMinusI;
        var even1 = x0.Plus(TLanes.Broadcast(CosineFifth), sum14).Plus(TLanes.Broadcast(CosineTwoFifths), sum23);
        var even2 = x0.Plus(TLanes.Broadcast(CosineTwoFifths), sum14).Plus(TLanes.Broadcast(CosineFifth), sum23);
        var odd1 = (difference14 * TLanes.Broadcast(SineFifth)).Plus(TLanes.Broadcast(SineTwoFifths), difference23);
        var odd2 = (difference14 * TLanes.Broadcast(SineTwoFifths)).Plus(TLanes.Broadcast(-SineFifth), difference23);
        (x0 + sum14 + sum23).Store(output);
        TTwiddle.Turn(even1 + odd1, roots).Store(output + outputStride);
        TTwiddle.Turn(even2 + odd2, roots + 2).Store(output + (2 * outputStride));
        TTwiddle.Turn(even2 - odd2, roots + 4).Store(output + (3 * outputStride));
        TTwiddle.Turn(even1 - odd1, roots + 6).Store(output + (4 * outputStride));
    }
}
