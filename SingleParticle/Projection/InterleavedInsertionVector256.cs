using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SingleParticle.Projection;

/// <summary>Eight maps at once.</summary>
internal static unsafe class InterleavedInsertionVector256
{
    private const int Maps = SeveralBackProjections.MapsPerBlock;

    /// <summary>Adds the pixels of one shell, equations 2.9 and 2.10; factors are those of data, then of powers.</summary>
    public static void InsertShell(in SliceView view, in InterleavedInsertionView target, int start, int end, float weight, float* factors)
    {
        var (dataFactors, powerFactors) = (Vector256.Load(factors) * weight, Vector256.Load(factors + Maps) * weight);
        for (var pixel = start; pixel < end; pixel++)
        {
            var re = dataFactors * view.Data[2 * pixel];
            var im = dataFactors * (view.Signs[pixel] * view.Data[(2 * pixel) + 1]);
            var power = powerFactors * view.Powers[pixel];
            var weights = view.Weights + ((long)pixel * SliceGeometry.WeightsPerPixel);
            var column = target.Voxels + ((long)view.Columns[pixel] * SeveralBackProjections.FloatsPerVoxel);
            var row = view.Rows[pixel];
            for (var z = 0; z < InterpolationKernel.Width; z++, row += view.Side)
            {
                if (row < target.FirstRow || row >= target.EndRow) continue;
                for (var y = 0; y < InterpolationKernel.Width; y++)
                {
                    var voxel = column + ((long)view.RowStarts[row + y] * SeveralBackProjections.FloatsPerVoxel);
                    var across = weights[4 + y] * weights[8 + z];
                    for (var x = 0; x < InterpolationKernel.Width; x++, voxel += SeveralBackProjections.FloatsPerVoxel)
                    {
                        var tap = Vector256.Create(across * weights[x]);
                        Add(voxel, re, tap);
                        Add(voxel + Maps, im, tap);
                        Add(voxel + (2 * Maps), power, tap);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* target, Vector256<float> value, Vector256<float> tap) =>
        Vector256.FusedMultiplyAdd(value, tap, Vector256.LoadAligned(target)).StoreAligned(target);
}
