namespace SingleParticle.Fourier.Kernels;

/// <summary>Real rows of an image to the complex columns of its plane.</summary>
/// <typeparam name="TLanes">Vector width.</typeparam>
/// <remarks>
/// z = a + i b holds two real rows, so their transforms are A_k = (Z_k + conj Z_(N-k)) / 2 and B_k = (Z_k - conj Z_(N-k)) / 2i.
/// </remarks>
internal static unsafe class RowForward<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    public static void Run(PlaneShape shape, float* image, in PlaneScratch scratch)
    {
        for (var group = 0; group < shape.RowPairGroupCount; group++)
        {
            var firstRow = group * 2 * TLanes.Count;
            LoadRows(shape, image, firstRow, scratch.LineA);
            LoadRows(shape, image, firstRow + TLanes.Count, scratch.LineA + TLanes.Count);
            var line = shape.Line.Run<TLanes>(scratch.LineA, scratch.LineB, scratch.Work);
            for (var block = 0; block < shape.ColumnBlockCount; block++)
            {
                Separate(shape, line, block, scratch.Tiles);
                var target = scratch.Plane + (block * shape.ColumnBlockFloats) + (firstRow * shape.ElementFloats);
                StoreTiles(scratch.Tiles, target);
            }
        }
    }

    private static void LoadRows(PlaneShape shape, float* image, int firstRow, float* line)
    {
        var rowCount = Math.Clamp(shape.Box - firstRow, 0, TLanes.Count);
        var source = image + ((long)Math.Min(firstRow, shape.Box - 1) * shape.Box);
        for (var x = 0; x < shape.Box; x += TLanes.Count)
        {
            var target = line + (x * shape.ElementFloats);
            var columnCount = Math.Min(TLanes.Count, shape.Box - x);
            if (rowCount == TLanes.Count && columnCount == TLanes.Count)
                LaneTile<TLanes>.Transpose(source + x, shape.Box, target, shape.ElementFloats);
            else
                LaneTile<TLanes>.LoadPart(source + x, shape.Box, rowCount, columnCount, target, shape.ElementFloats);
        }
    }

    private static void Separate(PlaneShape shape, float* line, int block, float* tiles)
    {
        var tile = TLanes.Count * TLanes.Count;
        var half = TLanes.Broadcast(0.5f);
        for (var i = 0; i < shape.ColumnsIn(block); i++, tiles += TLanes.Count)
        {
            var column = (block * TLanes.Count) + i;
            var z = LaneComplex<TLanes>.Load(line + (column * shape.ElementFloats));
            var mateColumn = column == 0 ? (shape.IsEven ? shape.Box / 2 : 0) : shape.Box - column;
            var mate = LaneComplex<TLanes>.Load(line + (mateColumn * shape.ElementFloats));
            if (column == 0 && shape.IsEven)
            {
                TLanes.Store(z.Re, tiles);
                TLanes.Store(mate.Re, tiles + tile);
                TLanes.Store(z.Im, tiles + (2 * tile));
                TLanes.Store(mate.Im, tiles + (3 * tile));
                continue;
            }

            TLanes.Store((z.Re + mate.Re) * half, tiles);
            TLanes.Store((z.Im - mate.Im) * half, tiles + tile);
            TLanes.Store((z.Im + mate.Im) * half, tiles + (2 * tile));
            TLanes.Store((mate.Re - z.Re) * half, tiles + (3 * tile));
        }
    }

    private static void StoreTiles(float* tiles, float* target)
    {
        var tile = TLanes.Count * TLanes.Count;
        var element = 2 * TLanes.Count;
        LaneTile<TLanes>.Transpose(tiles, TLanes.Count, target, element);
        LaneTile<TLanes>.Transpose(tiles + tile, TLanes.Count, target + TLanes.Count, element);
        target += TLanes.Count * element;
        LaneTile<TLanes>.Transpose(tiles + (2 * tile), TLanes.Count, target, element);
        LaneTile<TLanes>.Transpose(tiles + (3 * tile), TLanes.Count, target + TLanes.Count, element);
    }
}
