using Host.Abstractions.Running;
using Plugin.MaskTools.Steps;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Sources;

/// <summary>A focus mask from a map of the part, or from a field of labels.</summary>
internal static class SegmentationSource
{
    private const float BodyLevel = 0.5f;

    /// <summary>The body of the segmentation, on the grid of the mask.</summary>
    /// <param name="inputs">What is connected.</param>
    /// <param name="options">Options of the node.</param>
    /// <param name="context">The job.</param>
    public static FocusBody Create(FocusInputs inputs, FocusMaskOptions options, IJobContext context)
    {
        var (grid, threadCount) = (inputs.Grid, context.Resources.ThreadCount);
        if (options.Labels is { } labels)
        {
            // Labels cannot be interpolated, but whether a voxel has one of them can.
            var labelled = GridStep.Apply(Labelled(inputs.Volume!, labels), grid.BoxVoxels, grid.PixelSizeAngstrom, threadCount);
            return new FocusBody(MaskBody.AtLeast(labelled.Values, BodyLevel), grid, inputs.Reference ?? inputs.Volume);
        }

        var map = GridStep.Apply(inputs.Volume!, grid.BoxVoxels, grid.PixelSizeAngstrom, threadCount);
        var filtered = MapSteps.Filter(map, options, threadCount);
        var body = MapSteps.Cut(filtered, options, ThresholdRule.Automatic, "volume", context.Artifacts);
        return new FocusBody(body, grid, inputs.Reference ?? filtered);
    }

    private static Volume Labelled(Volume field, string labels)
    {
        var wanted = NumberRanges.Parse(labels);
        var values = Array.ConvertAll(field.Values, value => wanted.Contains((int)Math.Round(value)) ? 1f : 0f);
        if (Array.Exists(values, value => value > 0))
            return field.WithValues(values);
        var found = field.Values.Select(value => (int)Math.Round(value)).Distinct().Order().Take(20);
        throw new JobFailedException(
            "NO_SUCH_LABEL", "params.labels", $"no voxel is labelled {labels}; the first labels found are {string.Join(", ", found)}",
            "choose labels that the volume has");
    }
}
