using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace SingleParticle.Masks;

/// <summary>A mask around the molecule in a map: low-pass, threshold, pieces, extension, soft edge, in this order.</summary>
/// <param name="Mask">The mask, on the map's grid, values in [0, 1].</param>
/// <param name="Body">Voxels at or above the threshold that were kept.</param>
/// <param name="Threshold">Threshold used, in density of the low-passed map.</param>
/// <param name="PieceCount">Connected pieces before any was dropped.</param>
public sealed record SolventMask(Volume Mask, bool[] Body, double Threshold, int PieceCount)
{
    private const double DefaultLowPassAngstrom = 15;
    private const double DefaultLowPassPixels = 3;
    private const double LowPassEdgeShells = 2;

    // From the density of a part that few particles have up to the fraction that CryoSPARC takes.
    private const double LowestFraction = 0.03;
    private const double HighestFraction = 0.2;
    private const double NoiseDeviations = 5;

    /// <summary>Makes a mask.</summary>
    /// <param name="map">Map whose density is positive where there is protein.</param>
    /// <param name="settings">How.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <exception cref="InvalidOperationException">No voxel reaches the threshold.</exception>
    public static SolventMask Create(Volume map, SolventMaskSettings settings, int threadCount)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(settings);
        var smooth = LowPassed(map, settings, threadCount);
        var threshold = settings.Threshold ?? settings.FractionOfMaximum * smooth.Values.Max() ?? AboveNoise(smooth);
        var body = MaskBody.AtLeast(smooth.Values, threshold);
        if (threshold <= 0 && settings.Threshold is null || !body.Contains(true))
            throw NothingReached(threshold, smooth.Values);
        var kept = (bool[])body.Clone();
        var pieceCount = MaskBody.KeepLargestPiece(kept, map.BoxVoxels).SizesVoxels.Count;
        if (settings.Pieces == MaskPieces.Largest)
            body = kept;
        var (near, far) = (settings.NearAngstrom / map.PixelSizeAngstrom, settings.FarAngstrom / map.PixelSizeAngstrom);
        return new SolventMask(SoftEdge.Create(body, map, near, far - near, threadCount), body, threshold, pieceCount);
    }

    private static InvalidOperationException NothingReached(double threshold, float[] density) => new(
        FormattableString.Invariant($"no voxel reaches the mask threshold {threshold:G4}; ")
        + FormattableString.Invariant($"the low-passed map's density runs from {density.Min():G4} to {density.Max():G4}"));

    /// <remarks>
    /// What states have in common is dense, what only some of them have is thin in their consensus, and a mask without it hides what they
    /// differ by; solvent that a mask has too much costs little. So the body begins where noise ends, solvent being most of a box.
    /// </remarks>
    private static double AboveNoise(Volume map)
    {
        var maximum = map.Values.Max();
        var solvent = RankSelection.Largest(map.Values, (map.Values.Length + 1) / 2);
        var noise = MapDifference.NoiseOf(map.WithValues(Array.ConvertAll(map.Values, value => value - solvent)), null);
        return Math.Min(
            HighestFraction * maximum, solvent + Math.Max(NoiseDeviations * noise, LowestFraction * (maximum - solvent)));
    }

    private static Volume LowPassed(Volume map, SolventMaskSettings settings, int threadCount)
    {
        var cutoff = settings.LowPassAngstrom ?? Math.Max(DefaultLowPassAngstrom, DefaultLowPassPixels * map.PixelSizeAngstrom);
        return cutoff <= 2 * map.PixelSizeAngstrom ? map : FourierFilter.LowPass(map, cutoff, LowPassEdgeShells, threadCount);
    }
}
