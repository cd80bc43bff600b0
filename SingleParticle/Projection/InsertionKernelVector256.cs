using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SingleParticle.Projection;

/// <summary>Four complex voxels of a row at once.</summary>
/// <remarks>What a view holds is read into locals once: after a store through one address the compiler would read it all anew.</remarks>
internal static unsafe class InsertionKernelVector256
{
    /// <summary>Adds the pixels of one shell, equations 2.9 and 2.10.</summary>
    public static void InsertShell(in SliceView view, in InsertionView target, int start, int end, float dataWeight, float powerWeight)
    {
        int* rows = view.Rows, columns = view.Columns, rowStarts = target.RowStarts;
        float* signs = view.Signs, data = view.Data, powers = view.Powers;
        float* numerators = target.Numerator, denominators = target.Denominator;
        var (side, firstRow, endRow) = (view.Side, target.FirstRow, target.EndRow);
        var taps = view.Weights + ((long)start * SliceGeometry.WeightsPerPixel);
        var (pairs, twice) = (Vector256.Create(0, 0, 1, 1, 2, 2, 3, 3), Vector256.Create(0, 1, 0, 1, 0, 1, 0, 1));
        for (nint pixel = start; pixel < end; pixel++, taps += SliceGeometry.WeightsPerPixel)
        {
            var along = Vector128.Load(taps);
            var value = Vector128.Create(dataWeight * data[2 * pixel], dataWeight * signs[pixel] * data[(2 * pixel) + 1], 0, 0);
            var values = Vector256.Shuffle(Vector256.Create(value, value), twice);
            values *= Vector256.Shuffle(Vector256.Create(along, along), pairs);
            var power = along * Vector128.Create(powerWeight * powers[pixel]);
            nint column = columns[pixel];
            float* numerator = numerators + (2 * column), denominator = denominators + column;
            var row = rows[pixel];
            for (nint z = 0; z < InterpolationKernel.Width; z++, row += side)
            {
                if (row < firstRow || row >= endRow) continue;
                var starts = rowStarts + row;
                var (numbers, powersAcross) = (values * taps[8 + z], power * taps[8 + z]);
                Add(numerator, denominator, starts[0], numbers, powersAcross, taps[4]);
                Add(numerator, denominator, starts[1], numbers, powersAcross, taps[5]);
                Add(numerator, denominator, starts[2], numbers, powersAcross, taps[6]);
                Add(numerator, denominator, starts[3], numbers, powersAcross, taps[7]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* numerator, float* denominator, nint rowStart, Vector256<float> values, Vector128<float> power, float tap)
    {
        numerator += 2 * rowStart;
        denominator += rowStart;
        Vector256.FusedMultiplyAdd(values, Vector256.Create(tap), Vector256.Load(numerator)).Store(numerator);
        Vector128.FusedMultiplyAdd(power, Vector128.Create(tap), Vector128.Load(denominator)).Store(denominator);
    }
}
