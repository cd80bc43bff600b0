using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SingleParticle.Fourier;
using SingleParticle.Optics;
using SingleParticle.Volumes;

namespace SingleParticle.Projection;

/// <summary>P: central slices of one map.</summary>
/// <remarks>
/// (P V)(k) = Scale sum over voxels of V(x) exp(-2 pi i c.x / n), x from the origin at voxel n / 2 and c the place of pixel k in the
/// transform (docs/method/2-projection.md, equation 2.1). One instance per thread.
/// </remarks>
public sealed unsafe class Projector : IDisposable
{
    private readonly FourierVolume transform;
    private readonly FourierVolume? own;
    private readonly SliceGeometry geometry;

    /// <summary>Transforms the map.</summary>
    /// <param name="plan">Pixels, grid and scale.</param>
    /// <param name="map">Density on the working box.</param>
    /// <param name="threadCount">Most threads at work in the transform.</param>
    public Projector(SlicePlan plan, Volume map, int threadCount)
    {
        own = transform = new FourierVolume(plan, map, threadCount);
        geometry = new SliceGeometry(plan);
    }

    /// <summary>Reads a map that others may read at the same time.</summary>
    /// <param name="transform">Its transform, which stays the caller's.</param>
    public Projector(FourierVolume transform)
    {
        ArgumentNullException.ThrowIfNull(transform);
        this.transform = transform;
        geometry = new SliceGeometry(transform.Plan);
    }

    /// <summary>Pixels, grid and scale.</summary>
    public SlicePlan Plan => transform.Plan;

    /// <summary>One slice.</summary>
    /// <param name="frame">Pose and magnification.</param>
    /// <param name="slice">Receives the pixels in the order of the plan.</param>
    public void Slice(SliceFrame frame, Span<ComplexFloat> slice)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(slice.Length, Plan.PixelCount);
        geometry.Compute(frame);
        fixed (float* target = MemoryMarshal.Cast<ComplexFloat, float>(slice))
        {
            var view = new SliceView(geometry, target, null);
            if (Vector256.IsHardwareAccelerated) ExtractionKernelVector256.Extract(view, transform.Address, slice.Length, target);
            else ExtractionKernelScalar.Extract(view, transform.Address, slice.Length, target);
        }
        GC.KeepAlive(geometry);
    }

    /// <summary>Frees the transform if it was made here.</summary>
    public void Dispose() => own?.Dispose();
}
