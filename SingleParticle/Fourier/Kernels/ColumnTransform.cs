namespace SingleParticle.Fourier.Kernels;

/// <summary>Complex transforms down the columns of a plane, or along z through a stack of planes.</summary>
/// <typeparam name="TLanes">Vector width.</typeparam>
internal static unsafe class ColumnTransform<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>Transforms the plane's column blocks and writes the half spectrum, its column 0 still packed.</summary>
    public static void Forward(PlaneShape shape, in PlaneScratch scratch, float* spectrum)
    {
        for (var block = 0; block < shape.ColumnBlockCount; block++)
        {
            var column = scratch.Plane + (block * shape.ColumnBlockFloats);
            var result = shape.Line.Run<TLanes>(column, scratch.LineA, scratch.Work);
            Store(shape, block, result, result + TLanes.Count, spectrum, 2 * shape.HalfWidth);
        }
    }

    /// <summary>Reads a half spectrum and leaves its inverse column transforms in the plane.</summary>
    /// <param name="shape">Geometry.</param>
    /// <param name="spectrum">Half spectrum, [y, x].</param>
    /// <param name="packed">Box pairs that replace column 0, or null where column 0 is already packed.</param>
    /// <param name="scratch">Plane to write.</param>
    public static void Inverse(PlaneShape shape, float* spectrum, float* packed, in PlaneScratch scratch)
    {
        for (var block = 0; block < shape.ColumnBlockCount; block++)
        {
            var column = scratch.Plane + (block * shape.ColumnBlockFloats);
            var isEvenPassCount = shape.Line.PassCount % 2 == 0;
            var first = isEvenPassCount ? column : scratch.LineA;
            var second = isEvenPassCount ? scratch.LineA : column;
            Load(shape, block, spectrum, 2L * shape.HalfWidth, first + TLanes.Count, first);
            if (block == 0)
                ReplacePacked(shape, packed, 2, first + TLanes.Count, first);
            shape.Line.Run<TLanes>(first, second, scratch.Work);
            Exchange(column, shape.Box);
        }
    }

    /// <summary>Transforms one row of z lines in place.</summary>
    /// <param name="shape">Geometry.</param>
    /// <param name="source">Row y of plane 0 to read.</param>
    /// <param name="target">Row y of plane 0 to write; may be the source.</param>
    /// <param name="planeFloats">Floats from plane to plane.</param>
    /// <param name="scratch">Lines to work in.</param>
    public static void ForwardAlongZ(PlaneShape shape, float* source, float* target, long planeFloats, in PlaneScratch scratch)
    {
        for (var block = 0; block < shape.ColumnBlockCount; block++)
        {
            Load(shape, block, source, planeFloats, scratch.LineA, scratch.LineA + TLanes.Count);
            var result = shape.Line.Run<TLanes>(scratch.LineA, scratch.LineB, scratch.Work);
            Store(shape, block, result, result + TLanes.Count, target, planeFloats);
        }
    }

    /// <summary>Inverse of <see cref="ForwardAlongZ"/>, unscaled; packed pairs replace column 0 unless null.</summary>
    public static void InverseAlongZ(
        PlaneShape shape, float* source, float* packed, long packedStride, float* target, long planeFloats, in PlaneScratch scratch)
    {
        for (var block = 0; block < shape.ColumnBlockCount; block++)
        {
            Load(shape, block, source, planeFloats, scratch.LineA + TLanes.Count, scratch.LineA);
            if (block == 0)
                ReplacePacked(shape, packed, packedStride, scratch.LineA + TLanes.Count, scratch.LineA);
            var result = shape.Line.Run<TLanes>(scratch.LineA, scratch.LineB, scratch.Work);
            Store(shape, block, result + TLanes.Count, result, target, planeFloats);
        }
    }

    private static void Load(PlaneShape shape, int block, float* pairs, long stride, float* real, float* imaginary)
    {
        var count = shape.ColumnsIn(block);
        pairs += 2 * block * TLanes.Count;
        for (var i = 0; i < shape.Box; i++, pairs += stride, real += shape.ElementFloats, imaginary += shape.ElementFloats)
            PairRow<TLanes>.Load(pairs, count, real, imaginary);
    }

    private static void Store(PlaneShape shape, int block, float* real, float* imaginary, float* pairs, long stride)
    {
        var count = shape.ColumnsIn(block);
        pairs += 2 * block * TLanes.Count;
        for (var i = 0; i < shape.Box; i++, pairs += stride, real += shape.ElementFloats, imaginary += shape.ElementFloats)
            PairRow<TLanes>.Store(real, imaginary, count, pairs);
    }

    private static void ReplacePacked(PlaneShape shape, float* packed, long stride, float* real, float* imaginary)
    {
        if (packed == null)
            return;
        for (var i = 0; i < shape.Box; i++)
        {
            real[i * shape.ElementFloats] = packed[i * stride];
            imaginary[i * shape.ElementFloats] = packed[(i * stride) + 1];
        }
    }

    private static void Exchange(float* elements, int count)
    {
        for (var i = 0; i < count; i++, elements += 2 * TLanes.Count)
        {
            var exchanged = LaneComplex<TLanes>.Load(elements);
            new LaneComplex<TLanes>(exchanged.Im, exchanged.Re).Store(elements);
        }
    }
}
