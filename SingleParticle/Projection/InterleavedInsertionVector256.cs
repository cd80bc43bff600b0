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
        int* rows = view.Rows, columns = view.Columns, rowStarts = view.RowStarts;
        float* signs = view.Signs, data = view.Data, powers = view.Powers, voxels = target.Voxels;
        var (side, firstRow, endRow) = (view.Side, target.FirstRow, target.EndRow);
        var weights = view.Weights + ((long)start * SliceGeometry.WeightsPerPixel);
        for (var pixel = start; pixel < end; pixel++, weights += SliceGeometry.WeightsPerPixel)
        {
            var re = dataFactors * data[2 * pixel];
            var im = dataFactors * (signs[pixel] * data[(2 * pixel) + 1]);
            var power = powerFactors * powers[pixel];
            var column = voxels + ((long)columns[pixel] * SeveralBackProjections.FloatsPerVoxel);
            var row = rows[pixel];
            for (var z = 0; z < InterpolationKernel.Width; z++, row += side)
            {
                if (row < firstRow || row >= endRow) continue;
                for (var y = 0; y < InterpolationKernel.Width; y++)
                {
                    var voxel = column + ((long)rowStarts[row + y] * SeveralBackProjections.FloatsPerVoxel);
                    var along = Vector128.Load(weights) * Vector128.Create(weights[4 + y] * weights[8 + z]);
                    AddTap(voxel, re, im, power, Vector256.Create(along[0]));
                    AddTap(voxel + SeveralBackProjections.FloatsPerVoxel, re, im, power, Vector256.Create(along[1]));
                    AddTap(voxel + (2 * SeveralBackProjections.FloatsPerVoxel), re, im, power, Vector256.Create(along[2]));
                    AddTap(voxel + (3 * SeveralBackProjections.FloatsPerVoxel), re, im, power, Vector256.Create(along[3]));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTap(float* voxel, Vector256<float> re, Vector256<float> im, Vector256<float> power, Vector256<float> tap)
    {
        Add(voxel, re, tap);
        Add(voxel + Maps, im, tap);
        Add(voxel + (2 * Maps), power, tap);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* target, Vector256<float> value, Vector256<float> tap) =>
        Vector256.FusedMultiplyAdd(value, tap, Vector256.LoadAligned(target)).StoreAligned(target);
}
