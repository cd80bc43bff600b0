using SingleParticle.Volumes;

namespace SingleParticle.Masks;

/// <summary>What can be measured of a mask.</summary>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Maximum">Largest value.</param>
/// <param name="BodyAngstrom3">Volume in Å³ where the mask is at least one half.</param>
/// <param name="WeightedAngstrom3">Sum of all values times the volume of a voxel, Å³.</param>
/// <param name="IslandSizesAngstrom3">Volume of each connected piece of the body, largest first, Å³.</param>
/// <param name="EdgeAngstrom">Width of the soft edge, Å; 0 when no voxel lies between 0 and 1.</param>
/// <param name="CentreOfMassAngstrom">Value-weighted centre (x, y, z) in Å from the centre of the box.</param>
/// <param name="FaceShare">Share of the voxels on the faces of the box that are above 0.</param>
public sealed record MaskMeasures(
    double Minimum,
    double Maximum,
    double BodyAngstrom3,
    double WeightedAngstrom3,
    IReadOnlyList<double> IslandSizesAngstrom3,
    double EdgeAngstrom,
    (double X, double Y, double Z) CentreOfMassAngstrom,
    double FaceShare)
{
    private const double BodyLevel = 0.5;

    /// <summary>Measures a mask.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public static MaskMeasures Of(Volume mask, int threadCount)
    {
        ArgumentNullException.ThrowIfNull(mask);
        var voxelAngstrom3 = Math.Pow(mask.PixelSizeAngstrom, 3);
        var statistics = DensityStatistics.Of(mask.Values);
        var body = MaskBody.AtLeast(mask.Values, BodyLevel);
        var islands = ConnectedPieces.OfBody(body, mask.BoxVoxels).SizesVoxels;
        var centre = CentreOfMass(mask);
        return new MaskMeasures(
            statistics.Minimum,
            statistics.Maximum,
            MaskBody.CountVoxels(body) * voxelAngstrom3,
            statistics.Mean * mask.Values.Length * voxelAngstrom3,
            [.. islands.OrderDescending().Select(size => size * voxelAngstrom3)],
            EdgeWidth.Voxels(mask, threadCount) * mask.PixelSizeAngstrom,
            (centre.X * mask.PixelSizeAngstrom, centre.Y * mask.PixelSizeAngstrom, centre.Z * mask.PixelSizeAngstrom),
            ShareOfFaces(mask));
    }

    private static (double X, double Y, double Z) CentreOfMass(Volume mask)
    {
        var n = mask.BoxVoxels;
        double sum = 0, sumX = 0, sumY = 0, sumZ = 0;
        for (var row = 0; row < n * n; row++)
        {
            double rowSum = 0;
            for (var x = 0; x < n; x++)
            {
                var value = mask.Values[(row * n) + x];
                rowSum += value;
                sumX += (double)value * (x - (n / 2));
            }

            sum += rowSum;
            sumY += rowSum * ((row % n) - (n / 2));
            sumZ += rowSum * ((row / n) - (n / 2));
        }

        return sum == 0 ? (0, 0, 0) : (sumX / sum, sumY / sum, sumZ / sum);
    }

    private static double ShareOfFaces(Volume mask)
    {
        var (n, above, count) = (mask.BoxVoxels, 0, 0);
        for (var row = 0; row < n * n; row++)
        {
            var (y, z) = (row % n, row / n);
            var step = y == 0 || y == n - 1 || z == 0 || z == n - 1 || n == 1 ? 1 : n - 1;
            for (var x = 0; x < n; x += step)
                (above, count) = (above + (mask.Values[(row * n) + x] > 0 ? 1 : 0), count + 1);
        }

        return (double)above / count;
    }
}
