using SingleParticle.Volumes;

namespace SingleParticle.Masks;

/// <summary>How the density is chosen that tells molecule from solvent. Equations 1 to 3 of docs/method/4-masks.md.</summary>
/// <param name="Kind">What the number means.</param>
/// <param name="Amount">The number, in the unit of its kind.</param>
public readonly record struct ThresholdRule(ThresholdKind Kind, double Amount)
{
    /// <summary>The rule used when none is given: a fifth of the largest density, as in the reference.</summary>
    public static ThresholdRule Automatic { get; } = new(ThresholdKind.FractionOfMaximum, 0.2);

    /// <summary>The density that the rule means on a map.</summary>
    /// <param name="map">The map.</param>
    /// <remarks>For a volume or mass, the largest density at which at least as many voxels as asked for are enclosed.</remarks>
    /// <exception cref="InvalidOperationException">A volume or mass is less than a voxel, or does not fit into the box.</exception>
    public double DensityOn(Volume map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Kind switch
        {
            ThresholdKind.Value => Amount,
            ThresholdKind.FractionOfMaximum => Amount * DensityStatistics.Of(map.Values).Maximum,
            ThresholdKind.Sigma => Sigma(map.Values),
            ThresholdKind.EnclosedVolume => Enclosing(map, Amount),
            _ => Enclosing(map, ProteinVolume.OfMass(Amount)),
        };
    }

    private double Sigma(float[] density)
    {
        var statistics = DensityStatistics.Of(density);
        return statistics.Mean + (Amount * statistics.StandardDeviation);
    }

    private static double Enclosing(Volume map, double volumeAngstrom3)
    {
        var voxelAngstrom3 = Math.Pow(map.PixelSizeAngstrom, 3);
        var count = Math.Round(volumeAngstrom3 / voxelAngstrom3);
        if (count >= 1 && count <= map.Values.Length)
            return RankSelection.Largest(map.Values, (int)count);
        throw new InvalidOperationException(
            FormattableString.Invariant($"a volume of {volumeAngstrom3:G6} Å³ cannot be enclosed: a voxel has {voxelAngstrom3:G4} Å³, ")
            + FormattableString.Invariant($"the whole box {voxelAngstrom3 * map.Values.Length:G6} Å³"));
    }
}
