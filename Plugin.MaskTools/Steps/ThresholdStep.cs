using Host.Abstractions.Running;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Steps;

/// <summary>Tells molecule from solvent by density.</summary>
internal static class ThresholdStep
{
    /// <summary>The density that a rule means on a map, which must cut the map in two.</summary>
    /// <param name="map">The filtered map.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="inputName">Input that the map came from, for messages.</param>
    /// <exception cref="JobFailedException">No voxel reaches the threshold, or every one does.</exception>
    public static double Find(Volume map, ThresholdRule rule, string inputName)
    {
        var range = DensityStatistics.Of(map.Values);
        if (range.Maximum <= range.Minimum)
            throw new JobFailedException(
                "FLAT_MAP", $"inputs.{inputName}", FormattableString.Invariant(
                    $"every voxel is {range.Maximum:G4}"), "connect another map");
        var threshold = DensityOn(map, rule);
        var found = FormattableString.Invariant($"the filtered map runs from {range.Minimum:G4} to {range.Maximum:G4}");
        if (threshold > range.Maximum)
            throw Refusal(FormattableString.Invariant($"no voxel reaches {threshold:G4}; {found}"), "use a lower threshold");
        if (threshold <= range.Minimum)
            throw Refusal(FormattableString.Invariant($"every voxel reaches {threshold:G4}; {found}"), "use a higher threshold");
        if (threshold <= 0 && rule.Kind == ThresholdKind.FractionOfMaximum)
            throw Refusal(
                FormattableString.Invariant($"a fraction of the maximum is {threshold:G4}, not above 0; {found}"),
                "check the sign of the map: protein is positive");
        return threshold;
    }

    private static double DensityOn(Volume map, ThresholdRule rule)
    {
        try
        {
            return rule.DensityOn(map);
        }
        catch (InvalidOperationException problem)
        {
            throw Refusal(problem.Message, "correct the volume or mass, or the pixel size in the header of the map");
        }
    }

    private static JobFailedException Refusal(string message, string hint) =>
        new("THRESHOLD_OUT_OF_RANGE", "params.threshold", message, hint);
}
