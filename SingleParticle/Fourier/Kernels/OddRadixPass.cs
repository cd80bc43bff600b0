namespace SingleParticle.Fourier.Kernels;

/// <summary>One pass of the self-sorting transform with any odd radix, by direct summation.</summary>
/// <typeparam name="TLanes">Vector width.</typeparam>
/// <remarks>
/// With sums s_k = x_k + x_(r-k) and differences d_k = x_k - x_(r-k), k = 1 .. (r-1)/2:
/// X_j, X_(r-j) = x_0 + sum_k cos(2 pi j k / r) s_k -+ i sum_k sin(2 pi j k / r) d_k.
/// </remarks>
internal static unsafe class OddRadixPass<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>Runs the pass.</summary>
    /// <param name="pass">Its radix and geometry.</param>
    /// <param name="tables">All roots of the line.</param>
    /// <param name="input">N elements.</param>
    /// <param name="output">N elements.</param>
    /// <param name="work">Room for radix - 1 elements.</param>
    public static void Run(in FftPass pass, float* tables, float* input, float* output, float* work)
    {
        var element = 2 * TLanes.Count;
        var inputStride = pass.RepeatCount * pass.GroupCount * element;
        var outputStride = pass.RepeatCount * element;
        var butterflyRoots = tables + pass.ButterflyRootsOffset;
        for (var group = 0; group < pass.GroupCount; group++)
        {
            var roots = tables + pass.RootsOffset + (group * 2 * (pass.Radix - 1));
            for (var repeat = 0; repeat < pass.RepeatCount; repeat++)
            {
                var from = input + ((repeat + (pass.RepeatCount * group)) * element);
                var to = output + ((repeat + (pass.RepeatCount * pass.Radix * group)) * element);
                Gather(pass.Radix, from, inputStride, to, work);
                Spread(pass.Radix, from, to, outputStride, work, butterflyRoots, roots);
            }
        }
    }

    private static void Gather(int radix, float* from, int inputStride, float* to, float* work)
    {
        var element = 2 * TLanes.Count;
        var total = LaneComplex<TLanes>.Load(from);
        for (var k = 1; k <= radix / 2; k++)
        {
            var low = LaneComplex<TLanes>.Load(from + (k * inputStride));
            var high = LaneComplex<TLanes>.Load(from + ((radix - k) * inputStride));
            var sum = low + high;
            sum.Store(work + ((k - 1) * 2 * element));
            (low - high).TimesMinusI.Store(work + (((k - 1) * 2) + 1) * element);
            total += sum;
        }

        total.Store(to);
    }

    private static void Spread(int radix, float* from, float* to, int outputStride, float* work, float* butterflyRoots, float* roots)
    {
        var element = 2 * TLanes.Count;
        for (var j = 1; j <= radix / 2; j++)
        {
            var even = LaneComplex<TLanes>.Load(from);
            var odd = new LaneComplex<TLanes>(TLanes.Broadcast(0), TLanes.Broadcast(0));
            var turn = 0;
            for (var k = 1; k <= radix / 2; k++)
            {
                turn += j;
                turn -= turn >= radix ? radix : 0;
                var pair = work + ((k - 1) * 2 * element);
                even = even.Plus(TLanes.Broadcast(butterflyRoots[2 * turn]), LaneComplex<TLanes>.Load(pair));
                odd = odd.Plus(TLanes.Broadcast(butterflyRoots[(2 * turn) + 1]), LaneComplex<TLanes>.Load(pair + element));
            }

            TableTwiddle.Turn(even + odd, roots + (2 * (j - 1))).Store(to + (j * outputStride));
            TableTwiddle.Turn(even - odd, roots + (2 * (radix - j - 1))).Store(to + ((radix - j) * outputStride));
        }
    }
}
