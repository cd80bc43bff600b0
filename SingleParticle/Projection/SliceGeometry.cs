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
        weights = GC.AllocateUninitializedArray<float>(plan.PixelCount * WeightsPerPixel, pinned: true);
        rows = GC.AllocateUninitializedArray<int>(plan.PixelCount, pinned: true);
        columns = GC.AllocateUninitializedArray<int>(plan.PixelCount, pinned: true);
        signs = GC.AllocateUninitializedArray<float>(plan.PixelCount, pinned: true);
    }

    /// <summary>Pixels and grid.</summary>
    public SlicePlan Plan { get; }

    internal SliceGeometry? LowFrequency { get; private set; }

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
        var (ux, uy, uz) = ((float)frame.U.X, (float)frame.U.Y, (float)frame.U.Z);
        var (vx, vy, vz) = ((float)frame.V.X, (float)frame.V.Y, (float)frame.V.Z);
        var limit = (float)(Plan.Grid.RadiusVoxels * Plan.Grid.RadiusVoxels * (1 + (FourierGrid.RadiusSlack / 2)));
        var planeX = Plan.X;
        var planeY = Plan.Y;
        for (var pixel = 0; pixel < planeX.Length; pixel++)
        {
            var (i, j) = (planeX[pixel], planeY[pixel]);
            var (x, y, z) = ((i * ux) + (j * vx), (i * uy) + (j * vy), (i * uz) + (j * vz));
            if ((x * x) + (y * y) + (z * z) > limit) Drop(pixel);
            else Place(pixel, x, y, z);
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
}
