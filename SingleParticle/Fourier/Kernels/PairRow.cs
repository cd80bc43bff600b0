namespace SingleParticle.Fourier.Kernels;

/// <summary>Reads and writes rows of complex numbers, (real, imaginary) pairs in memory, apart in the lanes.</summary>
/// <typeparam name="TLanes">Vector width.</typeparam>
internal static unsafe class PairRow<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>Reads count pairs, at most Count; lanes beyond are zero.</summary>
    public static void Load(float* pairs, int count, float* real, float* imaginary)
    {
        if (count >= TLanes.Count)
        {
            TLanes.LoadPairs(pairs, out var first, out var second);
            TLanes.Store(first, real);
            TLanes.Store(second, imaginary);
            return;
        }

        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            real[lane] = lane < count ? pairs[2 * lane] : 0;
            imaginary[lane] = lane < count ? pairs[(2 * lane) + 1] : 0;
        }
    }

    /// <summary>Writes count pairs, at most Count.</summary>
    public static void Store(float* real, float* imaginary, int count, float* pairs)
    {
        if (count >= TLanes.Count)
        {
            TLanes.Interleave(TLanes.Load(real), TLanes.Load(imaginary), out var low, out var high);
            TLanes.Store(low, pairs);
            TLanes.Store(high, pairs + TLanes.Count);
            return;
        }

        for (var lane = 0; lane < count; lane++)
        {
            pairs[2 * lane] = real[lane];
            pairs[(2 * lane) + 1] = imaginary[lane];
        }
    }
}
