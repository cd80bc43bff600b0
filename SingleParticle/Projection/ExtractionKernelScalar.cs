namespace SingleParticle.Projection;

/// <summary>One voxel after the other, for one map: the formula in plain code, and the path of machines without vectors.</summary>
internal static unsafe class ExtractionKernelScalar
{
    /// <summary>Interpolates every pixel, equation 2.5.</summary>
    public static void Extract(in SliceView view, float* voxels, int pixelCount, float* slice)
    {
        for (var pixel = 0; pixel < pixelCount; pixel++)
        {
            var (re, im) = Interpolate(view, voxels, pixel);
            slice[2 * pixel] = re;
            slice[(2 * pixel) + 1] = view.Signs[pixel] * im;
        }
    }

    private static (float Re, float Im) Interpolate(in SliceView view, float* voxels, int pixel)
    {
        var weights = view.Weights + ((long)pixel * SliceGeometry.WeightsPerPixel);
        float re = 0, im = 0;
        for (var tap = 0; tap < InterpolationKernel.Width * InterpolationKernel.Width; tap++)
        {
            var (z, y) = (tap / InterpolationKernel.Width, tap % InterpolationKernel.Width);
            var voxel = voxels + (2L * (view.RowStarts[view.Rows[pixel] + (z * view.Side) + y] + view.Columns[pixel]));
            for (var x = 0; x < InterpolationKernel.Width; x++, voxel += 2)
            {
                var weight = weights[x] * weights[4 + y] * weights[8 + z];
                re += weight * voxel[0];
                im += weight * voxel[1];
            }
        }
        return (re, im);
    }
}
