namespace SingleParticle.Projection;

/// <summary>One voxel after the other: the formula in plain code, and the path of machines without vectors.</summary>
internal static unsafe class InsertionKernelScalar
{
    /// <summary>Adds the pixels of one shell, equations 2.9 and 2.10.</summary>
    public static void InsertShell(in SliceView view, in InsertionView target, int start, int end, float dataWeight, float powerWeight)
    {
        for (var pixel = start; pixel < end; pixel++)
        {
            var re = dataWeight * view.Data[2 * pixel];
            var im = dataWeight * view.Signs[pixel] * view.Data[(2 * pixel) + 1];
            InsertPixel(view, target, pixel, re, im, powerWeight * view.Powers[pixel]);
        }
    }

    private static void InsertPixel(in SliceView view, in InsertionView target, int pixel, float re, float im, float power)
    {
        var weights = view.Weights + ((long)pixel * SliceGeometry.WeightsPerPixel);
        for (var tap = 0; tap < InterpolationKernel.Width * InterpolationKernel.Width; tap++)
        {
            var (z, y) = (tap / InterpolationKernel.Width, tap % InterpolationKernel.Width);
            var row = view.Rows[pixel] + (z * view.Side);
            if (row < target.FirstRow || row >= target.EndRow) continue;
            var voxel = (long)target.RowStarts[row + y] + view.Columns[pixel];
            for (var x = 0; x < InterpolationKernel.Width; x++, voxel++)
            {
                var weight = weights[x] * weights[4 + y] * weights[8 + z];
                target.Numerator[2 * voxel] += weight * re;
                target.Numerator[(2 * voxel) + 1] += weight * im;
                target.Denominator[voxel] += weight * power;
            }
        }
    }
}
