using SingleParticle.Estimation;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Differences;

/// <summary>Maps kept only where a mask is: a tenth of the memory.</summary>
internal sealed class MaskedVoxels
{
    private const float Outside = 1e-3f;

    private readonly int[] _indices;

    /// <summary>Lists the voxels of a mask.</summary>
    /// <param name="mask">Mask.</param>
    public MaskedVoxels(Volume mask)
    {
        Mask = mask;
        _indices = [.. Enumerable.Range(0, mask.Values.Length).Where(i => mask.Values[i] > Outside)];
    }

    /// <summary>The mask.</summary>
    public Volume Mask { get; }

    /// <summary>Number of voxels in it.</summary>
    public int Count => _indices.Length;

    /// <summary>The values of a map in the mask.</summary>
    /// <param name="map">Map on the same grid.</param>
    public float[] Gather(Volume map) => Array.ConvertAll(_indices, i => map.Values[i]);

    /// <summary>A map with such values times the mask, and nothing elsewhere.</summary>
    /// <param name="values">Values in the mask.</param>
    public Volume Masked(float[] values) => HalfMapSolver.Masked(Scattered(values), Mask);

    /// <summary>A map with such values, not multiplied by the mask, and nothing elsewhere.</summary>
    /// <param name="values">Values in the mask.</param>
    public Volume Scattered(float[] values)
    {
        var map = new float[Mask.Values.Length];
        for (var i = 0; i < values.Length; i++)
            map[_indices[i]] = values[i];
        return Mask.WithValues(map);
    }

    /// <summary>A map plus such values.</summary>
    /// <param name="map">Map on the same grid.</param>
    /// <param name="values">Values in the mask.</param>
    public Volume Added(Volume map, float[] values)
    {
        var sum = (float[])map.Values.Clone();
        for (var i = 0; i < values.Length; i++)
            sum[_indices[i]] += values[i];
        return map.WithValues(sum);
    }
}
