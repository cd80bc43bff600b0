using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SingleParticle.Projection;

/// <summary>Eight classes at once, real and imaginary parts side by side in one 512-bit vector.</summary>
internal static unsafe class SliceKernelVector512
{
    /// <summary>Sums of one shell: A = sum g |S|² and B = sum Re(conj(S) Y), equations 2.6 and 2.7.</summary>
    public static void ScoreShell(in SliceView view, float* block, int start, int end, float* sums)
    {
        var power = Vector512<float>.Zero;
        var cross = Vector512<float>.Zero;
        for (var pixel = start; pixel < end; pixel++)
        {
            var slice = Interpolate(view, block, pixel);
            var imaginary = view.Signs[pixel] * view.Data[(2 * pixel) + 1];
            var data = Vector512.Create(Vector256.Create(view.Data[2 * pixel]), Vector256.Create(imaginary));
            power = Vector512.FusedMultiplyAdd(slice * Vector512.Create(view.Powers[pixel]), slice, power);
            cross = Vector512.FusedMultiplyAdd(slice, data, cross);
        }
        (power.GetLower() + power.GetUpper()).Store(sums);
        (cross.GetLower() + cross.GetUpper()).Store(sums + ClassMaps.ClassesPerBlock);
    }

    /// <summary>Interpolates every pixel, equation 2.5: [pixel, 2, class of the block].</summary>
    public static void Extract(in SliceView view, float* block, int pixelCount, float* slices)
    {
        for (var pixel = 0; pixel < pixelCount; pixel++)
        {
            var slice = Interpolate(view, block, pixel);
            (slice * Vector512.Create(Vector256<float>.One, Vector256.Create(view.Signs[pixel])))
                .Store(slices + ((long)pixel * ClassMaps.FloatsPerVoxel));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Interpolate(in SliceView view, float* block, int pixel)
    {
        var weights = view.Weights + ((long)pixel * SliceGeometry.WeightsPerPixel);
        var x0 = Vector512.Create(weights[0]);
        var x1 = Vector512.Create(weights[1]);
        var x2 = Vector512.Create(weights[2]);
        var x3 = Vector512.Create(weights[3]);
        var y0 = Vector512.Create(weights[4]);
        var y1 = Vector512.Create(weights[5]);
        var y2 = Vector512.Create(weights[6]);
        var y3 = Vector512.Create(weights[7]);
        var rows = view.RowStarts + view.Rows[pixel];
        var column = block + ((long)view.Columns[pixel] * ClassMaps.FloatsPerVoxel);
        var slice = Vector512<float>.Zero;
        for (var z = 0; z < InterpolationKernel.Width; z++)
        {
            var plane = Row(column, rows[0], x0, x1, x2, x3) * y0;
            plane = Vector512.FusedMultiplyAdd(Row(column, rows[1], x0, x1, x2, x3), y1, plane);
            plane = Vector512.FusedMultiplyAdd(Row(column, rows[2], x0, x1, x2, x3), y2, plane);
            plane = Vector512.FusedMultiplyAdd(Row(column, rows[3], x0, x1, x2, x3), y3, plane);
            slice = Vector512.FusedMultiplyAdd(plane, Vector512.Create(weights[8 + z]), slice);
            rows += view.Side;
        }
        return slice;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Row(
        float* column, int rowStart, Vector512<float> x0, Vector512<float> x1, Vector512<float> x2, Vector512<float> x3)
    {
        var voxel = column + ((long)rowStart * ClassMaps.FloatsPerVoxel);
        var row = Vector512.LoadAligned(voxel) * x0;
        row = Vector512.FusedMultiplyAdd(Vector512.LoadAligned(voxel + 16), x1, row);
        row = Vector512.FusedMultiplyAdd(Vector512.LoadAligned(voxel + 32), x2, row);
        return Vector512.FusedMultiplyAdd(Vector512.LoadAligned(voxel + 48), x3, row);
    }
}
