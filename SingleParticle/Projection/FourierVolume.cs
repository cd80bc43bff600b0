using SingleParticle.Compute;
using SingleParticle.Volumes;

namespace SingleParticle.Projection;

/// <summary>The transform of one map on the grid, real and imaginary parts next to each other.</summary>
/// <remarks>Scaled so that its slices are in the units of images. Loading is not thread-safe; reading is.</remarks>
public sealed unsafe class FourierVolume : IDisposable
{
    private readonly NativeBuffer voxels;

    /// <summary>Takes in a map: deapodised, transformed, scaled.</summary>
    /// <param name="plan">Grid and scale.</param>
    /// <param name="map">Density on the working box.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public FourierVolume(SlicePlan plan, Volume map, int threadCount)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        voxels = new NativeBuffer(2L * plan.Grid.VoxelCount);
        GridTransform.Load(map, plan, new VoxelLayout(voxels.Pointer, 2, 1), threadCount);
    }

    /// <summary>Grid and scale.</summary>
    public SlicePlan Plan { get; }

    /// <summary>Frees the memory.</summary>
    public void Dispose() => voxels.Dispose();

    internal float* Address
    {
        get
        {
            ObjectDisposedException.ThrowIf(voxels.Pointer is null, this);
            return voxels.Pointer;
        }
    }
}
