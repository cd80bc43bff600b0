namespace SingleParticle.Fourier.Kernels;

/// <summary>The complex columns of a plane back to the real rows of its image.</summary>
/// <typeparam name="TLanes">Vector width.</typeparam>
/// <remarks>
/// The inverse transform is the forward one with real and imaginary parts exchanged on both sides, so lines are loaded and stored
/// that way here. Two rows share a line: Z_k = A_k + i B_k, Z_(N-k) = conj A_k + i conj B_k.
/// </remarks>
internal static unsafe class RowInverse<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>Transforms all rows.</summary>
    /// <param name="shape">Geometry.</param>
    /// <param name="scratch">Plane to read, lines and tiles to work in.</param>
    /// <param name="image">Rows to write.</param>
    /// <param name="scale">Factor on every value.</param>
    public static void Run(PlaneShape shape, in PlaneScratch scratch, float* image, float scale)
    {
        ClearMissingRows(shape, scratch);
        for (var group = 0; group < shape.RowPairGroupCount; group++)
        {
            var firstRow = group * 2 * TLanes.Count;
            for (var block = 0; block < shape.ColumnBlockCount; block++)
            {
                LoadTiles(scratch.Plane + (block * shape.ColumnBlockFloats) + (firstRow * shape.ElementFloats), scratch.Tiles);
                Join(shape, scratch.Tiles, block, scratch.LineA, TLanes.Broadcast(scale));
            }

            var line = shape.Line.Run<TLanes>(scratch.LineA, scratch.LineB, scratch.Work);
            StoreRows(shape, line + TLanes.Count, firstRow, image);
            StoreRows(shape, line, firstRow + TLanes.Count, image);
        }
    }

    // A row whose partner does not exist shares its line with whatever is there: left from before, it would change the rounding of the row.
    private static void ClearMissingRows(PlaneShape shape, in PlaneScratch scratch)
    {
        var missing = (shape.RowPairGroupCount * 2 * TLanes.Count) - shape.Box;
        for (var block = 0; block < shape.ColumnBlockCount; block++)
            new Span<float>(
                scratch.Plane + (block * shape.ColumnBlockFloats) + (shape.Box * shape.ElementFloats), missing * shape.ElementFloats)
                    .Clear();
    }

    private static void LoadTiles(float* source, float* tiles)
    {
        var tile = TLanes.Count * TLanes.Count;
        var element = 2 * TLanes.Count;
        LaneTile<TLanes>.Transpose(source, element, tiles, TLanes.Count);
        LaneTile<TLanes>.Transpose(source + TLanes.Count, element, tiles + tile, TLanes.Count);
        source += TLanes.Count * element;
        LaneTile<TLanes>.Transpose(source, element, tiles + (2 * tile), TLanes.Count);
        LaneTile<TLanes>.Transpose(source + TLanes.Count, element, tiles + (3 * tile), TLanes.Count);
    }

    private static void Join(PlaneShape shape, float* tiles, int block, float* line, TLanes scale)
    {
        var tile = TLanes.Count * TLanes.Count;
        for (var i = 0; i < shape.ColumnsIn(block); i++, tiles += TLanes.Count)
        {
            var column = (block * TLanes.Count) + i;
            var aRe = TLanes.Load(tiles) * scale;
            var aIm = TLanes.Load(tiles + tile) * scale;
            var bRe = TLanes.Load(tiles + (2 * tile)) * scale;
            var bIm = TLanes.Load(tiles + (3 * tile)) * scale;
            if (column == 0)
            {
                StoreExchanged(aRe, bRe, line);
                if (shape.IsEven)
                    StoreExchanged(aIm, bIm, line + (shape.Box / 2 * shape.ElementFloats));
                continue;
            }

            StoreExchanged(aRe - bIm, aIm + bRe, line + (column * shape.ElementFloats));
            StoreExchanged(aRe + bIm, bRe - aIm, line + ((shape.Box - column) * shape.ElementFloats));
        }
    }

    private static void StoreExchanged(TLanes re, TLanes im, float* target)
    {
        TLanes.Store(im, target);
        TLanes.Store(re, target + TLanes.Count);
    }

    private static void StoreRows(PlaneShape shape, float* line, int firstRow, float* image)
    {
        var rowCount = Math.Clamp(shape.Box - firstRow, 0, TLanes.Count);
        var target = image + ((long)Math.Min(firstRow, shape.Box - 1) * shape.Box);
        for (var x = 0; x < shape.Box; x += TLanes.Count)
        {
            var source = line + (x * shape.ElementFloats);
            var columnCount = Math.Min(TLanes.Count, shape.Box - x);
            if (rowCount == TLanes.Count && columnCount == TLanes.Count)
                LaneTile<TLanes>.Transpose(source, shape.ElementFloats, target + x, shape.Box);
            else
                LaneTile<TLanes>.StorePart(source, shape.ElementFloats, target + x, shape.Box, rowCount, columnCount);
        }
    }
}
