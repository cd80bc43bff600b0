using System.Runtime.Intrinsics;
using SingleParticle.Optics;

namespace SingleParticle.Projection;

/// <summary>Central slices of several maps at one pose, eight maps with one interpolation.</summary>
/// <remarks>docs/method/2-projection.md, equation 2.5. One instance per thread; the maps are shared and stay the caller's.</remarks>
public sealed unsafe class SeveralProjections
{
    private readonly ClassMaps _maps;
    private readonly SliceGeometry _geometry;

    /// <summary>Prepares for some maps.</summary>
    /// <param name="maps">The maps.</param>
    public SeveralProjections(ClassMaps maps)
    {
        ArgumentNullException.ThrowIfNull(maps);
        _maps = maps;
        _geometry = new SliceGeometry(maps.Plan);
        Slices = new float[maps.BlockCount * maps.Plan.PixelCount * ClassMaps.FloatsPerVoxel];
    }

    /// <summary>The slices made last: [block, pixel, 2, map of the block], real parts of eight maps, then imaginary ones.</summary>
    public float[] Slices { get; }

    /// <summary>Makes the slices of all maps.</summary>
    /// <param name="frame">Pose and magnification.</param>
    public void Slice(SliceFrame frame)
    {
        var pixelCount = _maps.Plan.PixelCount;
        _geometry.Compute(frame);
        fixed (float* target = Slices)
        {
            var view = new SliceView(_geometry, null, null);
            for (var block = 0; block < _maps.BlockCount; block++)
                Extract(view, _maps.Block(block), pixelCount, target + ((long)block * pixelCount * ClassMaps.FloatsPerVoxel));
        }

        GC.KeepAlive(_geometry);
        GC.KeepAlive(_maps);
    }

    private static void Extract(in SliceView view, float* block, int pixelCount, float* slices)
    {
        if (Vector512.IsHardwareAccelerated) SliceKernelVector512.Extract(view, block, pixelCount, slices);
        else if (Vector256.IsHardwareAccelerated) SliceKernelVector256.Extract(view, block, pixelCount, slices);
        else SliceKernelScalar.Extract(view, block, pixelCount, slices);
    }
}
