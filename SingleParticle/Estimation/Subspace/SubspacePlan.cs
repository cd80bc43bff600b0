using SingleParticle.Fourier;
using SingleParticle.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation.Subspace;

/// <summary>The low shells, on the smallest box that holds them: particles differ where signal is strong.</summary>
public static class SubspacePlan
{
    /// <summary>Plans slices of the low shells.</summary>
    /// <param name="data">The particles.</param>
    /// <param name="reach">Where particles can differ, on the working box.</param>
    /// <param name="resolutionAngstrom">Finest resolution, Å.</param>
    public static SlicePlan Of(EstimationData data, Volume reach, double resolutionAngstrom)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(reach);
        var wanted = (int)(reach.BoxVoxels * reach.PixelSizeAngstrom / resolutionAngstrom);
        var lastShell = Math.Clamp(wanted, data.Plane.FirstShell, data.Plane.LastShell);
        var box = Math.Min(reach.BoxVoxels, BoxSizes.SmallestFast((2 * lastShell) + 4));
        var radius = EstimationEngine.RadiusVoxels(reach) * box / reach.BoxVoxels;
        return new SlicePlan(
            FourierGrid.For(box, lastShell + 0.5, radius),
            data.ImageBoxPixels,
            new HalfPlane(box, data.Plane.FirstShell, lastShell),
            LowShells.Divided);
    }
}
