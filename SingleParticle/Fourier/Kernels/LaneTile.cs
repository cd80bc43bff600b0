namespace SingleParticle.Fourier.Kernels;

/// <summary>Turns a square of Count rows by Count columns into its transpose, so that rows become lanes.</summary>
/// <typeparam name="TLanes">Vector width.</typeparam>
/// <remarks>
/// Interleaving row i with row i + Count / 2 rotates the bits of an element's index by one; doing so log2(Count) times
/// exchanges row and column.
/// </remarks>
internal static unsafe class LaneTile<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>Transposes one full tile.</summary>
    /// <param name="source">First row.</param>
    /// <param name="sourceStride">Floats from row to row.</param>
    /// <param name="target">First row of the transpose.</param>
    /// <param name="targetStride">Floats from row to row of the transpose.</param>
    public static void Transpose(float* source, int sourceStride, float* target, int targetStride)
    {
        var rows = stackalloc TLanes[TLanes.Count];
        var turned = stackalloc TLanes[TLanes.Count];
        for (var i = 0; i < TLanes.Count; i++)
            rows[i] = TLanes.Load(source + (i * sourceStride));
        for (var step = 1; step < TLanes.Count; step *= 2)
        {
            for (var i = 0; i < TLanes.Count / 2; i++)
                TLanes.Interleave(rows[i], rows[i + (TLanes.Count / 2)], out turned[2 * i], out turned[(2 * i) + 1]);
            var swap = rows;
            rows = turned;
            turned = swap;
        }

        for (var i = 0; i < TLanes.Count; i++)
            TLanes.Store(rows[i], target + (i * targetStride));
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
}
