using SingleParticle.Volumes;

namespace SingleParticle.Masks;

/// <summary>Bodies extended and softened exactly as RELION's relion_mask_create does. Equation 7 of docs/method/4-masks.md.</summary>
/// <remarks>
/// Extension adds the voxels with r² &lt; e², r the distance to the nearest voxel of the body; a negative one removes those as near to
/// a voxel outside. The edge is measured from the voxels of the extended body, not from the ideal surface at distance e.
/// </remarks>
public static class RelionEdge
{
    /// <summary>The mask of a body.</summary>
    /// <param name="body">Which voxels belong to the body, [z, y, x].</param>
    /// <param name="grid">Grid, origin and start of the mask.</param>
    /// <param name="extendVoxels">e in voxels; negative shrinks.</param>
    /// <param name="edgeVoxels">Width w of the edge in voxels; 0 for a hard edge.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public static Volume Create(ReadOnlySpan<bool> body, Volume grid, double extendVoxels, double edgeVoxels, int threadCount)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentOutOfRangeException.ThrowIfNegative(edgeVoxels);
        var extended = Extended(body, grid.BoxVoxels, extendVoxels, threadCount);
        var values = DistanceTransform.Squared(extended, grid.BoxVoxels, threadCount);
        for (var i = 0; i < values.Length; i++)
            values[i] = SoftEdge.Height(Math.Sqrt(values[i]), edgeVoxels);
        return grid.WithValues(values);
    }

    private static bool[] Extended(ReadOnlySpan<bool> body, int boxVoxels, double extendVoxels, int threadCount)
    {
        var extended = body.ToArray();
        if (extendVoxels == 0)
            return extended;
        var grows = extendVoxels > 0;
        if (!grows)
            MaskBody.Complement(extended);
        var squared = DistanceTransform.Squared(extended, boxVoxels, threadCount);
        for (var i = 0; i < extended.Length; i++)
            extended[i] = squared[i] < extendVoxels * extendVoxels == grows;
        return extended;
    }
}
