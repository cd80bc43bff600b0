using SingleParticle.Projection;

namespace SingleParticle.Variability;

/// <summary>A Gaussian of height 1: the change of density that is looked for around every voxel.</summary>
/// <param name="WidthAngstrom">Full width at half maximum in Å.</param>
public readonly record struct DensityWindow(double WidthAngstrom)
{
    private static readonly double WidthPerDeviation = 2 * Math.Sqrt(2 * Math.Log(2));

    /// <summary>Projection of the window, placed at the origin, onto every pixel of a slice.</summary>
    /// <param name="plan">Pixels and scale.</param>
    /// <param name="pixelSizeAngstrom">Voxel size of the working box in Å.</param>
    /// <returns>P w in the order of the plan; real, and the same from every direction.</returns>
    public float[] SliceOn(SlicePlan plan, double pixelSizeAngstrom)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var deviation = WidthAngstrom / WidthPerDeviation / pixelSizeAngstrom;
        var sum = plan.Scale * Math.Pow(2 * Math.PI * deviation * deviation, 1.5);
        var slice = new float[plan.PixelCount];
        var pixelsPerVoxel = (double)plan.Grid.BoxVoxels / plan.Grid.GridVoxels;
        for (var i = 0; i < slice.Length; i++)
        {
            var (x, y) = (plan.X[i] * pixelsPerVoxel, plan.Y[i] * pixelsPerVoxel);
            var squared = ((x * x) + (y * y)) / ((double)plan.Grid.BoxVoxels * plan.Grid.BoxVoxels);
            slice[i] = (float)(sum * Math.Exp(-2 * Math.PI * Math.PI * deviation * deviation * squared));
        }

        return slice;
    }
}
