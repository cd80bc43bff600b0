using System.Runtime.Intrinsics;

namespace SingleParticle.Projection;

/// <summary>Four complex voxels of a row at once.</summary>
internal static unsafe class InsertionKernelVector256
{
    /// <summary>Adds the pixels of one shell, equations 2.9 and 2.10.</summary>
    public static void InsertShell(in SliceView view, in InsertionView target, int start, int end, float dataWeight, float powerWeight)
    {
        var pairs = Vector256.Create(0, 0, 1, 1, 2, 2, 3, 3);
        for (var pixel = start; pixel < end; pixel++)
        {
            var weights = view.Weights + ((long)pixel * SliceGeometry.WeightsPerPixel);
            var along = Vector128.Load(weights);
            var re = dataWeight * view.Data[2 * pixel];
            var im = dataWeight * view.Signs[pixel] * view.Data[(2 * pixel) + 1];
            var value = Vector256.Create(re, im, re, im, re, im, re, im);
            value *= Vector256.Shuffle(Vector256.Create(along, along), pairs);
            var power = along * Vector128.Create(powerWeight * view.Powers[pixel]);
            var row = view.Rows[pixel];
            for (var z = 0; z < InterpolationKernel.Width; z++, row += view.Side)
            {
                if (row < target.FirstRow || row >= target.EndRow) continue;
                for (var y = 0; y < InterpolationKernel.Width; y++)
                {
                    var weight = weights[4 + y] * weights[8 + z];
                    var voxel = (long)view.RowStarts[row + y] + view.Columns[pixel];
                    var numerator = target.Numerator + (2 * voxel);
                    var denominator = target.Denominator + voxel;
                    Vector256.FusedMultiplyAdd(value, Vector256.Create(weight), Vector256.Load(numerator)).Store(numerator);
                    Vector128.FusedMultiplyAdd(power, Vector128.Create(weight), Vector128.Load(denominator)).Store(denominator);
                }
            }
        }
    }
}
