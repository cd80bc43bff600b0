using SingleParticle.Fourier;
using SingleParticle.Optics;

namespace SingleParticle.Projection;

/// <summary>Central slices of several maps at one pose; the geometry is worked out once for all.</summary>
/// <remarks>docs/method/2-projection.md, equation 2.5. One instance per thread; the transforms are shared and stay the caller's.</remarks>
public sealed unsafe class SeveralProjections
{
    private readonly IReadOnlyList<FourierVolume> _transforms;
    private readonly SliceGeometry _geometry;

    /// <summary>Prepares for maps of one plan.</summary>
    /// <param name="transforms">Transforms of the maps, at least one.</param>
    public SeveralProjections(IReadOnlyList<FourierVolume> transforms)
    {
        ArgumentNullException.ThrowIfNull(transforms);
        ArgumentOutOfRangeException.ThrowIfZero(transforms.Count);
        _transforms = transforms;
        _geometry = new SliceGeometry(transforms[0].Plan);
    }

    /// <summary>The slices of all maps.</summary>
    /// <param name="frame">Pose and magnification.</param>
    /// <param name="slices">Receives [map, pixel], pixels in the order of the plan.</param>
    public void Slice(SliceFrame frame, Span<ComplexFloat> slices)
    {
        var pixelCount = _geometry.Plan.PixelCount;
        ArgumentOutOfRangeException.ThrowIfNotEqual(slices.Length, _transforms.Count * pixelCount);
        _geometry.Compute(frame);
        fixed (ComplexFloat* target = slices)
        {
            var view = new SliceView(_geometry, null, null);
            for (var map = 0; map < _transforms.Count; map++)
                Extract(view, _transforms[map].Address, pixelCount, (float*)(target + ((long)map * pixelCount)));
        }

        GC.KeepAlive(_geometry);
    }

    private static void Extract(in SliceView view, float* voxels, int pixelCount, float* slice)
    {
        if (System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated)
            ExtractionKernelVector256.Extract(view, voxels, pixelCount, slice);
        else
            ExtractionKernelScalar.Extract(view, voxels, pixelCount, slice);
    }
}
