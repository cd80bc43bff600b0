using System.Runtime.CompilerServices;

namespace SingleParticle.Fourier.Kernels;

/// <summary>Turns a square of Count rows by Count columns into its transpose, so that rows become lanes.</summary>
/// <typeparam name="TLanes">Vector width.</typeparam>
/// <remarks>
/// Interleaving row i with row i + Count / 2 rotates the bits of an element's index by one; doing so log2(Count) times
/// exchanges row and column. Two such steps at a time stay in registers.
/// </remarks>
internal static unsafe class LaneTile<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private const int CacheLineBytes = 64;
    private const int CacheLineFloats = CacheLineBytes / sizeof(float);

    /// <summary>Transposes one full tile.</summary>
    /// <param name="source">First row.</param>
    /// <param name="sourceStride">Floats from row to row.</param>
    /// <param name="target">First row of the transpose.</param>
    /// <param name="targetStride">Floats from row to row of the transpose.</param>
    [SkipLocalsInit]
    public static void Transpose(float* source, int sourceStride, float* target, int targetStride)
    {
        // Room to start the middle rows on a cache line, which stackalloc alone does not.
        var room = stackalloc float[(TLanes.Count * TLanes.Count) + CacheLineFloats];
        var middle = (float*)(((nuint)room + CacheLineBytes - 1) / CacheLineBytes * CacheLineBytes);
        switch (TLanes.Count)
        {
            case 1:
                *target = *source;
                break;
            case 4:
                InterleaveTwice(source, sourceStride, target, targetStride);
                break;
            case 8:
                InterleaveOnce(source, sourceStride, middle, TLanes.Count);
                InterleaveTwice(middle, TLanes.Count, target, targetStride);
                break;
            default:
                InterleaveTwice(source, sourceStride, middle, TLanes.Count);
                InterleaveTwice(middle, TLanes.Count, target, targetStride);
                break;
        }
    }

    /// <summary>Transposes a tile of which only some rows and columns exist; the missing rows read as zeros.</summary>
    /// <param name="source">First row.</param>
    /// <param name="sourceStride">Floats from row to row.</param>
    /// <param name="rowCount">Rows that exist.</param>
    /// <param name="columnCount">Columns that exist.</param>
    /// <param name="target">First of columnCount rows, each of Count floats.</param>
    /// <param name="targetStride">Floats from row to row of the transpose.</param>
    public static void LoadPart(float* source, int sourceStride, int rowCount, int columnCount, float* target, int targetStride)
    {
        for (var column = 0; column < columnCount; column++)
        {
            for (var row = 0; row < TLanes.Count; row++)
                target[(column * targetStride) + row] = row < rowCount ? source[(row * sourceStride) + column] : 0;
        }
    }

    /// <summary>Writes the rows and columns of a transposed tile that exist in the target.</summary>
    /// <param name="source">First of columnCount rows, each of Count floats.</param>
    /// <param name="sourceStride">Floats from row to row.</param>
    /// <param name="target">First row.</param>
    /// <param name="targetStride">Floats from row to row of the target.</param>
    /// <param name="rowCount">Rows that exist.</param>
    /// <param name="columnCount">Columns that exist.</param>
    public static void StorePart(float* source, int sourceStride, float* target, int targetStride, int rowCount, int columnCount)
    {
        for (var row = 0; row < rowCount; row++)
        {
            for (var column = 0; column < columnCount; column++)
                target[(row * targetStride) + column] = source[(column * sourceStride) + row];
        }
    }

    private static void InterleaveOnce(float* source, int sourceStride, float* target, int targetStride)
    {
        const int half = 4;
        for (var i = 0; i < half; i++)
        {
            TLanes.Interleave(TLanes.Load(source), TLanes.Load(source + (half * sourceStride)), out var low, out var high);
            TLanes.Store(low, target);
            TLanes.Store(high, target + targetStride);
            source += sourceStride;
            target += 2 * targetStride;
        }
    }

    private static void InterleaveTwice(float* source, int sourceStride, float* target, int targetStride)
    {
        var quarter = TLanes.Count / 4;
        for (var i = 0; i < quarter; i++)
        {
            var row0 = TLanes.Load(source);
            var row1 = TLanes.Load(source + (quarter * sourceStride));
            var row2 = TLanes.Load(source + (2 * quarter * sourceStride));
            var row3 = TLanes.Load(source + (3 * quarter * sourceStride));
            TLanes.Interleave(row0, row2, out var low02, out var high02);
            TLanes.Interleave(row1, row3, out var low13, out var high13);
            TLanes.Interleave(low02, low13, out var first, out var second);
            TLanes.Interleave(high02, high13, out var third, out var fourth);
            TLanes.Store(first, target);
            TLanes.Store(second, target + targetStride);
            TLanes.Store(third, target + (2 * targetStride));
            TLanes.Store(fourth, target + (3 * targetStride));
            source += sourceStride;
            target += 4 * targetStride;
        }
    }
}
