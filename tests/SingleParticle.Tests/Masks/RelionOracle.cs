using SingleParticle.Volumes;

namespace SingleParticle.Tests.Masks;

/// <summary>
/// The rule of relion_mask_create, written down plainly: every voxel looks at every other one. In double precision, as RELION's RFLOAT.
/// </summary>
internal static class RelionOracle
{
    public static float[] AutoMask(Volume map, double threshold, double extend, double edge)
    {
        var mask = Array.ConvertAll(map.Values, value => value >= threshold ? 1.0 : 0.0);
        if (extend > 0)
            mask = Changed(mask, map.BoxVoxels, from: 0, extend);
        if (extend < 0)
            mask = Changed(mask, map.BoxVoxels, from: 1, -extend);
        var soft = (double[])mask.Clone();
        for (var i = 0; i < mask.Length; i++)
        {
            var nearest = mask[i] == 0 ? SquaredDistanceTo(1, mask, i, map.BoxVoxels) : 0;
            if (mask[i] == 0 && nearest < edge * edge)
                soft[i] = 0.5 + (0.5 * Math.Cos(Math.PI * Math.Sqrt(nearest) / edge));
        }

        return Array.ConvertAll(soft, value => (float)value);
    }

    private static double[] Changed(double[] mask, int box, double from, double distance)
    {
        var changed = (double[])mask.Clone();
        for (var i = 0; i < mask.Length; i++)
        {
            if (mask[i] == from && SquaredDistanceTo(1 - from, mask, i, box) < distance * distance)
                changed[i] = 1 - from;
        }

        return changed;
    }

    private static double SquaredDistanceTo(double value, double[] mask, int voxel, int box)
    {
        var nearest = double.PositiveInfinity;
        for (var j = 0; j < mask.Length; j++)
        {
            if (mask[j] == value)
                nearest = Math.Min(nearest, Bodies.SquaredDistance(voxel, j, box));
        }

        return nearest;
    }
}
