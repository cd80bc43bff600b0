using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.MaskTools.Reports;
using Plugin.MaskTools.Steps;
using SingleParticle.Formats.Mrc;
using SingleParticle.Masks;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Volumes;

namespace Plugin.MaskTools;

/// <summary>What the nodes that make a mask have in common.</summary>
internal static class MaskNodes
{
    /// <summary>Name of the output.</summary>
    public const string Output = "mask";

    /// <summary>The output of a node that makes a mask.</summary>
    /// <param name="help">What the mask is for.</param>
    public static OutputDescriptor MaskOutput(string help) => new() { Name = Output, Type = DataTypes.Mask, Slots = ["mask"], Help = help };

    /// <summary>A plan that promises one mask.</summary>
    /// <param name="grid">Box and pixel size of the mask.</param>
    /// <param name="diagnostics">What was noticed.</param>
    public static JobPlan Plan(DataHeader grid, IReadOnlyList<Diagnostic> diagnostics)
    {
        double voxelCount = Math.Pow(grid.BoxPixels ?? 0, 3);
        return new JobPlan
        {
            Outputs = new Dictionary<string, IReadOnlyList<DataItem>> { [Output] = [Promised(grid)] },
            Diagnostics = diagnostics,
            // Map, filtered map, spectrum, distances and bodies; benchmarks/results/masks.md.
            Resources = new ResourceRequest((long)(1e8 + (20 * voxelCount)), 0, (long)(4 * voxelCount), 1 + (1e-7 * voxelCount)),
        };
    }

    /// <summary>A mask that is promised.</summary>
    /// <param name="grid">Its box and pixel size.</param>
    public static DataItem Promised(DataHeader grid) =>
        new() { Type = DataTypes.Mask, Slots = [new DataSlot("mask", "")], Header = grid with { Count = null } };

    /// <summary>Writes a mask, measures it and draws it.</summary>
    /// <param name="context">The job.</param>
    /// <param name="mask">The mask.</param>
    /// <param name="backdrop">Map to draw the mask on; null for none.</param>
    /// <param name="diagnostics">What was noticed so far.</param>
    /// <param name="overlaps">Overlap with other masks, by their names.</param>
    public static JobResult Deliver(
        IJobContext context,
        Volume mask,
        Volume? backdrop,
        IReadOnlyList<Diagnostic> diagnostics,
        params (string Name, MaskOverlap Overlap)[] overlaps)
    {
        var path = Path.Combine(context.OutputFolder, "mask.mrc");
        MrcVolumeWriter.Write(path, mask);
        var measures = MaskMeasures.Of(mask, context.Resources.ThreadCount);
        MaskPictures.Draw(context.Artifacts, backdrop, mask, measures);
        var fewestEdgeAngstrom = EdgeStep.FewestVoxels * mask.PixelSizeAngstrom;
        return new JobResult
        {
            Outputs = new Dictionary<string, IReadOnlyList<DataItem>> { [Output] = [VolumeInputs.WrittenMask(path, mask)] },
            Summary = [MaskTable.Of(mask, measures, overlaps)],
            Diagnostics =
            [
                .. diagnostics,
                .. MaskWarnings.Of(measures, mask.PixelSizeAngstrom, fewestEdgeAngstrom, $"outputs.{Output}"),
            ],
        };
    }
}
