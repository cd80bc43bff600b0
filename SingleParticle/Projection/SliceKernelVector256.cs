using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SingleParticle.Projection;

/// <summary>Eight classes at once, real and imaginary parts in two 256-bit vectors.</summary>
internal static unsafe class SliceKernelVector256
{
    /// <summary>Sums of one shell: A = sum g |S|² and B = sum Re(conj(S) Y), equations 2.6 and 2.7.</summary>
    public static void ScoreShell(in SliceView view, float* block, int start, int end, float* sums)
    {
        var power = Vector256<float>.Zero;
        var cross = Vector256<float>.Zero;
        for (var pixel = start; pixel < end; pixel++)
        {
            var (re, im) = Interpolate(view, block, pixel);
            var weight = Vector256.Create(view.Powers[pixel]);
            power = Vector256.FusedMultiplyAdd(re * weight, re, power);
            power = Vector256.FusedMultiplyAdd(im * weight, im, power);
            cross = Vector256.FusedMultiplyAdd(re, Vector256.Create(view.Data[2 * pixel]), cross);
            cross = Vector256.FusedMultiplyAdd(im, Vector256.Create(view.Signs[pixel] * view.Data[(2 * pixel) + 1]), cross);
        }
        power.Store(sums);
        cross.Store(sums + ClassMaps.ClassesPerBlock);
    }

    /// <summary>Interpolates every pixel, equation 2.5: [pixel, 2, class of the block].</summary>
    public static void Extract(in SliceView view, float* block, int pixelCount, float* slices)
    {
        for (var pixel = 0; pixel < pixelCount; pixel++, slices += ClassMaps.FloatsPerVoxel)
        {
            var (re, im) = Interpolate(view, block, pixel);
            re.Store(slices);
            (im * view.Signs[pixel]).Store(slices + ClassMaps.ClassesPerBlock);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Re, Vector256<float> Im) Interpolate(in SliceView view, float* block, int pixel)
    {
        var weights = view.Weights + ((long)pixel * SliceGeometry.WeightsPerPixel);
        var x0 = Vector256.Create(weights[0]);
        var x1 = Vector256.Create(weights[1]);
        var x2 = Vector256.Create(weights[2]);
        var x3 = Vector256.Create(weights[3]);
        var rows = view.RowStarts + view.Rows[pixel];
        var column = block + ((long)view.Columns[pixel] * ClassMaps.FloatsPerVoxel);
        var re = Vector256<float>.Zero;
        var im = Vector256<float>.Zero;
        for (var z = 0; z < InterpolationKernel.Width; z++)
        {
            var planeRe = Vector256<float>.Zero;
            var planeIm = Vector256<float>.Zero;
            for (var y = 0; y < InterpolationKernel.Width; y++)
            {
                var voxel = column + ((long)rows[y] * ClassMaps.FloatsPerVoxel);
                var weight = Vector256.Create(weights[4 + y]);
                planeRe = Vector256.FusedMultiplyAdd(Row(voxel, x0, x1, x2, x3), weight, planeRe);
                planeIm = Vector256.FusedMultiplyAdd(Row(voxel + ClassMaps.ClassesPerBlock, x0, x1, x2, x3), weight, planeIm);
            }
            var depth = Vector256.Create(weights[8 + z]);
            re = Vector256.FusedMultiplyAdd(planeRe, depth, re);
            im = Vector256.FusedMultiplyAdd(planeIm, depth, im);
            rows += view.Side;
        }
        return (re, im);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Row(float* voxel, Vector256<float> x0, Vector256<float> x1, Vector256<float> x2, Vector256<float> x3)
    {
        var row = Vector256.LoadAligned(voxel) * x0;
        row = Vector256.FusedMultiplyAdd(Vector256.LoadAligned(voxel + 16), x1, row);
        row = Vector256.FusedMultiplyAdd(Vector256.LoadAligned(voxel + 32), x2, row);
        return Vector256.FusedMultiplyAdd(Vector256.LoadAligned(voxel + 48), x3, row);
    }
}
