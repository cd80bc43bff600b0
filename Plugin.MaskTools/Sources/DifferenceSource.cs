using Host.Abstractions.Running;
using Plugin.MaskTools.Steps;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Sources;

/// <summary>A focus mask where two maps differ.</summary>
internal static class DifferenceSource
{
    private const double LeastNoise = 4;

    /// <summary>The body of the difference, on the grid of the mask.</summary>
    /// <param name="inputs">What is connected.</param>
    /// <param name="options">Options of the node.</param>
    /// <param name="context">The job.</param>
    public static FocusBody Create(FocusInputs inputs, FocusMaskOptions options, IJobContext context)
    {
        GridAgreement.Require("other_volume", inputs.OtherVolume!, "volume", inputs.Volume!);
        var (grid, threadCount) = (inputs.Grid, context.Resources.ThreadCount);
        var (first, second) = (Prepared(inputs.Volume!), Prepared(inputs.OtherVolume!));
        var (signed, _) = MapDifference.Of(first, second, inputs.Solvent);
        var difference = signed.WithValues(Array.ConvertAll(signed.Values, value => options.DifferenceSign switch
        {
            DifferenceSign.MoreInFirst => value,
            DifferenceSign.LessInFirst => -value,
            _ => Math.Abs(value),
        }));
        var rule = Automatic(difference, MapDifference.NoiseOf(signed, inputs.Solvent), options);
        var body = MapSteps.Cut(difference, options, rule, "other_volume", context.Artifacts);
        return new FocusBody(body, grid, difference);

        Volume Prepared(Volume map) => MapSteps.Filter(
            GridStep.Apply(map, grid.BoxVoxels, grid.PixelSizeAngstrom, threadCount), options, threadCount);
    }

    private static ThresholdRule Automatic(Volume difference, double noise, FocusMaskOptions options)
    {
        var maximum = DensityStatistics.Of(difference.Values).Maximum;
        if (options.Threshold is null && maximum <= LeastNoise * noise)
            throw new JobFailedException(
                "NO_DIFFERENCE",
                "inputs.other_volume",
                FormattableString.Invariant($"the largest difference, {maximum:G3}, is not above {LeastNoise} times the noise, {noise:G3}"),
                "the maps do not differ beyond noise; set a threshold to make a mask all the same");
        return new ThresholdRule(ThresholdKind.Value, Math.Max(ThresholdRule.Automatic.Amount * maximum, LeastNoise * noise));
    }
}
