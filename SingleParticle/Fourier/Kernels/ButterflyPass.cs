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
        var end = input + outputStride;
        for (var from = input; from < end; from += element, output += element)
            TButterfly.Apply<TLanes, UnitTwiddle>(from, inputStride, output, outputStride, roots);
        for (var group = 1; group < pass.GroupCount; group++)
        {
            roots += 2 * (TButterfly.Radix - 1);
            output += (TButterfly.Radix - 1) * outputStride;
            input = end;
            end += outputStride;
            for (; input < end; input += element, output += element)
                TButterfly.Apply<TLanes, TableTwiddle>(input, inputStride, output, outputStride, roots);
        }
    }
}
