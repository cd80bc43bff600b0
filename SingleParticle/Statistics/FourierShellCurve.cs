using SingleParticle.Collections;

namespace SingleParticle.Statistics;

/// <summary>A correlation per Fourier shell, between -1 and 1.</summary>
/// <param name="Values">Correlation of shell 0, 1, ..., up to box / 2.</param>
/// <param name="BoxVoxels">Edge length of the maps in voxels.</param>
/// <param name="PixelSizeAngstrom">Edge of a voxel in Å.</param>
public sealed record FourierShellCurve(EquatableArray<double> Values, int BoxVoxels, double PixelSizeAngstrom)
{
    /// <summary>The resolution of a shell in Å; infinite for shell 0.</summary>
    /// <param name="shell">Radius in shells; may lie between two.</param>
    public double ShellResolutionAngstrom(double shell) => BoxVoxels * PixelSizeAngstrom / shell;

    /// <summary>The resolution in Å at which the curve first falls below a threshold.</summary>
    /// <param name="threshold">For instance 0.143 between half maps, 0.5 against a known map.</param>
    /// <returns>
    /// Linear in frequency between the last shell at or above the threshold and the first below. A curve never below gives the last
    /// shell's resolution, Nyquist in an even box; one already below at shell 1 gives that shell's, the edge of the box.
    /// </returns>
    public double ResolutionAngstrom(double threshold)
    {
        for (var shell = 1; shell < Values.Count; shell++)
        {
            if (Values[shell] >= threshold)
                continue;
            if (shell == 1)
                return ShellResolutionAngstrom(1);
            var above = Values[shell - 1];
            return ShellResolutionAngstrom(shell - 1 + ((above - threshold) / (above - Values[shell])));
        }

        return ShellResolutionAngstrom(Values.Count - 1);
    }

    /// <summary>The correlation expected between the map of all particles and the truth, from that between two half maps.</summary>
    /// <remarks>
    /// FSC' = sqrt(2 FSC / (1 + FSC)); a negative FSC counts as 0. Source: Rosenthal, Henderson 2003, DOI 10.1016/j.jmb.2003.07.013.
    /// </remarks>
    public FourierShellCurve CombinedMap() =>
        this with { Values = [.. Values.Select(value => Math.Max(value, 0)).Select(value => Math.Sqrt(2 * value / (1 + value)))] };
}
