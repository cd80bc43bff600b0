using SingleParticle.Volumes;

namespace Plugin.Classify3D.Differences;

/// <summary>What noise alone does to a Fourier shell correlation within a mask.</summary>
internal static class MaskedCorrelation
{
    /// <summary>Part of the coefficients of a ball that is independent: (sum S)² over (sum S² times the voxels of the box).</summary>
    /// <param name="mask">Mask S.</param>
    public static double IndependentShare(Volume mask)
    {
        double sum = 0, squares = 0;
        foreach (var value in mask.Values)
            (sum, squares) = (sum + value, squares + ((double)value * value));
        return squares > 0 ? sum * sum / (squares * mask.Values.Length) : 1;
    }

    /// <summary>Standard deviation of the correlation of two independent maps in every shell, 1 at most.</summary>
    /// <remarks>
    /// A mask ties neighbours together over the same distance in all directions; across a shell, one coefficient thick, there are none to
    /// tie, so that the independent share is that of a surface, the 2/3 power of a ball's.
    /// </remarks>
    /// <param name="mask">Mask that both are multiplied by.</param>
    /// <param name="shellCount">Shells, from radius 0.</param>
    public static double[] StandardErrors(Volume mask, int shellCount)
    {
        var share = Math.Pow(IndependentShare(mask), 2.0 / 3);
        return [.. Enumerable.Range(0, shellCount).Select(s => Math.Min(1, 1 / Math.Sqrt(Math.Max(1, 4 * Math.PI * s * s) * share)))];
    }
}
