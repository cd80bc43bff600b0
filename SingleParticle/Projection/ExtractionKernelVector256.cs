using System.Runtime.Intrinsics;

namespace SingleParticle.Projection;

/// <summary>Four complex voxels of a row at once, for one map.</summary>
internal static unsafe class ExtractionKernelVector256
{
    /// <summary>Interpolates every pixel, equation 2.5.</summary>
    public static void Extract(in SliceView view, float* voxels, int pixelCount, float* slice)
    {
        var pairs = Vector256.Create(0, 0, 1, 1, 2, 2, 3, 3);
        for (var pixel = 0; pixel < pixelCount; pixel++)
        {
            var weights = view.Weights + ((long)pixel * SliceGeometry.WeightsPerPixel);
            var column = voxels + (2L * view.Columns[pixel]);
            var rows = view.RowStarts + view.Rows[pixel];
            var sum = Vector256<float>.Zero;
            for (var z = 0; z < InterpolationKernel.Width; z++, rows += view.Side)
            {
                var plane = Vector256<float>.Zero;
                for (var y = 0; y < InterpolationKernel.Width; y++)
                    plane = Vector256.FusedMultiplyAdd(Vector256.Load(column + (2L * rows[y])), Vector256.Create(weights[4 + y]), plane);
                sum = Vector256.FusedMultiplyAdd(plane, Vector256.Create(weights[8 + z]), sum);
            }
            var along = Vector128.Load(weights);
            sum *= Vector256.Shuffle(Vector256.Create(along, along), pairs);
            var half = sum.GetLower() + sum.GetUpper();
            slice[2 * pixel] = half[0] + half[2];
            slice[(2 * pixel) + 1] = view.Signs[pixel] * (half[1] + half[3]);
        }
    }
}
