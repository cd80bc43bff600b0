using System.Runtime.CompilerServices;

namespace SingleParticle.Fourier.Kernels;

/// <summary>One pass of the self-sorting (Stockham) transform with a fixed radix.</summary>
/// <typeparam name="TLanes">Vector width.</typeparam>
/// <typeparam name="TButterfly">Radix.</typeparam>
/// <remarks>
/// With n = Radix * groupCount elements left to transform and repeatCount = N / n interleaved sub-transforms: element
/// q + repeatCount (p + groupCount k) goes to q + repeatCount (Radix p + j), for q below repeatCount and p below groupCount.
/// Source: Swarztrauber 1984, DOI 10.1016/S0167-8191(84)90413-7.
/// </remarks>
internal static unsafe class ButterflyPass<TLanes, TButterfly>
    where TLanes : unmanaged, ILanes<TLanes>
    where TButterfly : struct, IButterfly
{
    public static void Run(in FftPass pass, float* roots, float* input, float* output)
    {
        var element = 2 * TLanes.Count;
        var inputStride = pass.RepeatCount * pass.GroupCount * element;
        var outputStride = pass.RepeatCount * element;
        RunGroup<UnitTwiddle>(input, inputStride, output, outputStride, roots);
        for (var group = 1; group < pass.GroupCount; group++)
        {
            roots += 2 * (TButterfly.Radix - 1);
            input += outputStride;
            output += TButterfly.Radix * outputStride;
            RunGroup<TableTwiddle>(input, inputStride, output, outputStride, roots);
        }
    }

    // Kept apart: the compiler stops inlining in a method with more than 512 locals, and a call per vector is ten times slower.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunGroup<TTwiddle>(float* input, int inputStride, float* output, int outputStride, float* roots)
        where TTwiddle : struct, ITwiddle
    {
        for (var end = input + outputStride; input < end; input += 2 * TLanes.Count, output += 2 * TLanes.Count)
            TButterfly.Apply<TLanes, TTwiddle>(input, inputStride, output, outputStride, roots);
    }
}
