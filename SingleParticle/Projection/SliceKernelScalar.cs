namespace SingleParticle.Projection;

/// <summary>Eight classes one after the other: the formula in plain code, and the path of machines without vectors.</summary>
internal static unsafe class SliceKernelScalar
{
    /// <summary>Sums of one shell: A = sum g |S|² and B = sum Re(conj(S) Y), equations 2.6 and 2.7.</summary>
    public static void ScoreShell(in SliceView view, float* block, int start, int end, float* sums)
    {
        var slice = stackalloc float[ClassMaps.FloatsPerVoxel];
        new Span<float>(sums, ClassMaps.FloatsPerVoxel).Clear();
        for (var pixel = start; pixel < end; pixel++)
        {
            Interpolate(view, block, pixel, slice);
            var dataRe = view.Data[2 * pixel];
            var dataIm = view.Signs[pixel] * view.Data[(2 * pixel) + 1];
            for (var c = 0; c < ClassMaps.ClassesPerBlock; c++)
            {
                var re = slice[c];
                var im = slice[ClassMaps.ClassesPerBlock + c];
                sums[c] += view.Powers[pixel] * ((re * re) + (im * im));
                sums[ClassMaps.ClassesPerBlock + c] += (re * dataRe) + (im * dataIm);
            }
        }
    }

    /// <summary>Interpolates every pixel, equation 2.5: [pixel, 2, class of the block].</summary>
    public static void Extract(in SliceView view, float* block, int pixelCount, float* slices)
    {
        for (var pixel = 0; pixel < pixelCount; pixel++, slices += ClassMaps.FloatsPerVoxel)
        {
            Interpolate(view, block, pixel, slices);
            for (var c = ClassMaps.ClassesPerBlock; c < ClassMaps.FloatsPerVoxel; c++) slices[c] *= view.Signs[pixel];
        }
    }

    private static void Interpolate(in SliceView view, float* block, int pixel, float* slice)
    {
        var weights = view.Weights + ((long)pixel * SliceGeometry.WeightsPerPixel);
        var rows = view.RowStarts + view.Rows[pixel];
        new Span<float>(slice, ClassMaps.FloatsPerVoxel).Clear();
        for (var row = 0; row < InterpolationKernel.Width * InterpolationKernel.Width; row++)
        {
            var (z, y) = (row / InterpolationKernel.Width, row % InterpolationKernel.Width);
            var weight = weights[8 + z] * weights[4 + y];
            var voxel = block + ((rows[(z * view.Side) + y] + (long)view.Columns[pixel]) * ClassMaps.FloatsPerVoxel);
            for (var x = 0; x < InterpolationKernel.Width; x++)
            {
                var tap = weight * weights[x];
                for (var i = 0; i < ClassMaps.FloatsPerVoxel; i++) slice[i] += tap * voxel[(x * ClassMaps.FloatsPerVoxel) + i];
            }
        }
    }
}
