using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SingleParticle.Optics;

namespace SingleParticle.Projection;

/// <summary>Where the pixels of one particle's slice fall in the grid, worked out once and used by every class.</summary>
/// <remarks>
/// Pixel (x, y) lies at c = x u + y v. Where c_x is negative, -c is used and the particle's data are conjugated instead of the
/// slice (Friedel's law). A pixel outside the grid's ball, which magnification can bring about at the edge, gets zero weights: its
/// slice is zero and it adds nothing. Buffers are reused from particle to particle; one instance per thread.
/// </remarks>
public sealed unsafe class SliceGeometry
{
    internal const int WeightsPerPixel = 3 * InterpolationKernel.Width;

    private readonly float[] weights;
    private readonly int[] rows;
    private readonly int[] columns;
    private readonly float[] signs;

    /// <summary>Allocates the buffers.</summary>
    /// <param name="plan">Pixels and grid.</param>
    public SliceGeometry(SlicePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        weights = GC.AllocateUninitializedArray<float>((plan.PixelCount * WeightsPerPixel) + Vector128<float>.Count, pinned: true);
        rows = GC.AllocateUninitializedArray<int>(plan.PixelCount, pinned: true);
        columns = GC.AllocateUninitializedArray<int>(plan.PixelCount, pinned: true);
        signs = GC.AllocateUninitializedArray<float>(plan.PixelCount, pinned: true);
    }

    /// <summary>Pixels and grid.</summary>
    public SlicePlan Plan { get; }

    internal SliceGeometry? LowFrequency { get; private set; }

    /// <summary>Pose and magnification last worked out.</summary>
    internal SliceFrame Frame { get; private set; }

    internal float* WeightAddress => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(weights));

    internal int* RowAddress => (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(rows));

    internal int* ColumnAddress => (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(columns));

    internal float* SignAddress => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(signs));

    internal int* RowStartAddress => (int*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Plan.Grid.RowStarts));

    /// <summary>Works out a slice for insertion: its lowest shells are placed in the finer grid as well.</summary>
    /// <param name="frame">Pose and magnification, in cycles per box.</param>
    public void ComputeForInsertion(SliceFrame frame)
    {
        Compute(frame);
        if (Plan.LowFrequency is null) return;
        LowFrequency ??= new SliceGeometry(Plan.LowFrequency);
        LowFrequency.Compute(frame);
    }

    /// <summary>Works out a slice.</summary>
    /// <param name="frame">Pose and magnification, in cycles per box.</param>
    public void Compute(SliceFrame frame)
    {
        Frame = frame;
        var axes = new SliceAxes(frame, (float)(Plan.Grid.RadiusVoxels * Plan.Grid.RadiusVoxels * (1 + (FourierGrid.RadiusSlack / 2))));
        var pixel = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; pixel <= Plan.PixelCount - Vector512<float>.Count; pixel += Vector512<float>.Count) PlaceSixteen(pixel, axes);
        }

        for (; pixel < Plan.PixelCount; pixel++) PlaceOne(pixel, axes);
    }

    private void PlaceOne(int pixel, in SliceAxes axes)
    {
        var (i, j) = (Plan.X[pixel], Plan.Y[pixel]);
        var (x, y, z) = ((i * axes.Ux) + (j * axes.Vx), (i * axes.Uy) + (j * axes.Vy), (i * axes.Uz) + (j * axes.Vz));
        if ((x * x) + (y * y) + (z * z) > axes.Limit) Drop(pixel);
        else Place(pixel, x, y, z);
    }

    /// <summary>The same, bit by bit, for sixteen pixels.</summary>
    private void PlaceSixteen(int pixel, in SliceAxes axes)
    {
        var (i, j) = (Vector512.LoadUnsafe(in Plan.X[pixel]), Vector512.LoadUnsafe(in Plan.Y[pixel]));
        var (x, y, z) = ((i * axes.Ux) + (j * axes.Vx), (i * axes.Uy) + (j * axes.Vy), (i * axes.Uz) + (j * axes.Vz));
        var sign = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), Vector512.Create(-1f), Vector512.Create(1f));
        var outside = Vector512.GreaterThan((x * x) + (y * y) + (z * z), Vector512.Create(axes.Limit)).ExtractMostSignificantBits();
        (x, y, z) = (sign * x, sign * y, sign * z);
        var (floorX, floorY, floorZ) = (Vector512.Floor(x), Vector512.Floor(y), Vector512.Floor(z));
        var (side, half) = (Plan.Grid.Side, Plan.Grid.Half - InterpolationKernel.TapsBelow);
        (((Vector512.ConvertToInt32(floorZ) + Vector512.Create(half)) * side) + Vector512.ConvertToInt32(floorY) + Vector512.Create(half))
            .Store(RowAddress + pixel);
        Vector512.ConvertToInt32(floorX).Store(ColumnAddress + pixel);
        sign.Store(SignAddress + pixel);
        var fractions = stackalloc float[3 * Vector512<float>.Count];
        var centre = Vector512.Create(0.5f);
        (x - floorX - centre).Store(fractions);
        (y - floorY - centre).Store(fractions + Vector512<float>.Count);
        (z - floorZ - centre).Store(fractions + (2 * Vector512<float>.Count));
        WeighSixteen(fractions, WeightAddress + ((long)pixel * WeightsPerPixel));
        for (; outside != 0; outside &= outside - 1) Drop(pixel + BitOperations.TrailingZeroCount(outside));
    }

    /// <remarks>The weights of a pixel's three axes lie side by side; the next pixel overwrites the last four lanes.</remarks>
    private static void WeighSixteen(float* fractions, float* target)
    {
        ref var table = ref MemoryMarshal.GetReference(InterpolationKernel.FourfoldCoefficients);
        for (var pixel = 0; pixel < Vector512<float>.Count; pixel++, fractions++, target += WeightsPerPixel)
        {
            var fraction = Vector512.Create(
                Vector256.Create(Vector128.Create(fractions[0]), Vector128.Create(fractions[Vector512<float>.Count])),
                Vector256.Create(Vector128.Create(fractions[2 * Vector512<float>.Count]), Vector128<float>.Zero));
            var weight = Vector512.LoadUnsafe(ref table, InterpolationKernel.Degree * (nuint)Vector512<float>.Count);
            for (var power = InterpolationKernel.Degree - 1; power >= 0; power--)
                weight = (weight * fraction) + Vector512.LoadUnsafe(ref table, (nuint)(power * Vector512<float>.Count));
            weight.Store(target);
        }
    }

    private void Drop(int pixel)
    {
        weights.AsSpan(pixel * WeightsPerPixel, WeightsPerPixel).Clear();
        rows[pixel] = Plan.Grid.RowIndex(-InterpolationKernel.TapsBelow, -InterpolationKernel.TapsBelow);
        columns[pixel] = 0;
        signs[pixel] = 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Place(int pixel, float x, float y, float z)
    {
        var sign = x < 0 ? -1f : 1f;
        (x, y, z) = (sign * x, sign * y, sign * z);
        var (floorX, floorY, floorZ) = (MathF.Floor(x), MathF.Floor(y), MathF.Floor(z));
        rows[pixel] = Plan.Grid.RowIndex((int)floorY - InterpolationKernel.TapsBelow, (int)floorZ - InterpolationKernel.TapsBelow);
        columns[pixel] = (int)floorX;
        signs[pixel] = sign;
        var target = WeightAddress + ((long)pixel * WeightsPerPixel);
        if (Vector128.IsHardwareAccelerated) PlaceVector(target, x - floorX, y - floorY, z - floorZ);
        else PlaceScalar(target, x - floorX, y - floorY, z - floorZ);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PlaceVector(float* target, float x, float y, float z)
    {
        ref var table = ref MemoryMarshal.GetReference(InterpolationKernel.Coefficients);
        var (zx, zy, zz) = (Vector128.Create(x - 0.5f), Vector128.Create(y - 0.5f), Vector128.Create(z - 0.5f));
        var wx = Vector128.LoadUnsafe(ref table, InterpolationKernel.Degree * InterpolationKernel.Width);
        var (wy, wz) = (wx, wx);
        for (var power = InterpolationKernel.Degree - 1; power >= 0; power--)
        {
            var coefficient = Vector128.LoadUnsafe(ref table, (nuint)(power * InterpolationKernel.Width));
            wx = (wx * zx) + coefficient;
            wy = (wy * zy) + coefficient;
            wz = (wz * zz) + coefficient;
        }
        wx.Store(target);
        wy.Store(target + 4);
        wz.Store(target + 8);
    }

    private static void PlaceScalar(float* target, float x, float y, float z)
    {
        InterpolationKernel.Weights(x, new Span<float>(target, 4));
        InterpolationKernel.Weights(y, new Span<float>(target + 4, 4));
        InterpolationKernel.Weights(z, new Span<float>(target + 8, 4));
    }

    /// <summary>The slice's axes u and v in grid voxels per pixel, and the squared radius of the grid's ball.</summary>
    private readonly struct SliceAxes(SliceFrame frame, float limit)
    {
        public readonly float Ux = (float)frame.U.X;
        public readonly float Uy = (float)frame.U.Y;
        public readonly float Uz = (float)frame.U.Z;
        public readonly float Vx = (float)frame.V.X;
        public readonly float Vy = (float)frame.V.Y;
        public readonly float Vz = (float)frame.V.Z;
        public readonly float Limit = limit;
    }
}
