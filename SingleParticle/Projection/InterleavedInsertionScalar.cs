namespace SingleParticle.Projection;

/// <summary>Eight maps one after the other: the formula in plain code, and the path of machines without vectors.</summary>
internal static unsafe class InterleavedInsertionScalar
{
    private const int Maps = SeveralBackProjections.MapsPerBlock;

    /// <summary>Adds the pixels of one shell, equations 2.9 and 2.10; factors are those of data, then of powers.</summary>
    public static void InsertShell(in SliceView view, in InterleavedInsertionView target, int start, int end, float weight, float* factors)
    {
        for (var pixel = start; pixel < end; pixel++)
        {
            var weights = view.Weights + ((long)pixel * SliceGeometry.WeightsPerPixel);
            for (var tap = 0; tap < InterpolationKernel.Width * InterpolationKernel.Width; tap++)
            {
                var (z, y) = (tap / InterpolationKernel.Width, tap % InterpolationKernel.Width);
                var row = view.Rows[pixel] + (z * view.Side);
                if (row < target.FirstRow || row >= target.EndRow) continue;
                var voxel = target.Voxels
                    + ((view.RowStarts[row + y] + (long)view.Columns[pixel]) * SeveralBackProjections.FloatsPerVoxel);
                for (var x = 0; x < InterpolationKernel.Width; x++, voxel += SeveralBackProjections.FloatsPerVoxel)
                    Add(view, pixel, weight * weights[x] * weights[4 + y] * weights[8 + z], factors, voxel);
            }
        }
    }

    private static void Add(in SliceView view, int pixel, float weight, float* factors, float* voxel)
    {
        for (var map = 0; map < Maps; map++)
        {
            voxel[map] += weight * factors[map] * view.Data[2 * pixel];
            voxel[Maps + map] += weight * factors[map] * view.Signs[pixel] * view.Data[(2 * pixel) + 1];
            voxel[(2 * Maps) + map] += weight * factors[Maps + map] * view.Powers[pixel];
        }
    }
}
