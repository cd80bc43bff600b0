using SingleParticle.Volumes;

namespace SingleParticle.Estimation.Scales;

/// <summary>Whether enough of a molecule lies outside a focus mask to take scales there.</summary>
public static class ScaleRegion
{
    /// <summary>Least share of the solvent mask that must lie outside; with less, scales would be noise.</summary>
    public const double LeastOutsideShare = 0.2;

    /// <summary>Share of the solvent mask's volume that lies outside a focus mask.</summary>
    /// <param name="focusMask">Focus mask.</param>
    /// <param name="solventMask">Solvent mask on the same grid.</param>
    public static double OutsideShare(Volume focusMask, Volume solventMask)
    {
        ArgumentNullException.ThrowIfNull(focusMask);
        ArgumentNullException.ThrowIfNull(solventMask);
        double outside = 0, all = 0;
        for (var i = 0; i < solventMask.Values.Length; i++)
            (outside, all) = (outside + (solventMask.Values[i] * (1 - focusMask.Values[i])), all + solventMask.Values[i]);
        return all > 0 ? outside / all : 0;
    }

    /// <summary>The focus mask where enough lies outside it; null otherwise, so that scales are taken everywhere.</summary>
    /// <param name="focusMask">Focus mask; may be null.</param>
    /// <param name="solventMask">Solvent mask on the same grid.</param>
    public static Volume? Usable(Volume? focusMask, Volume solventMask) =>
        focusMask is not null && OutsideShare(focusMask, solventMask) >= LeastOutsideShare ? focusMask : null;
}
