using Host.Abstractions.Planning;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Steps;

/// <summary>The steps from a body to a mask, always in this order: pieces, holes, dilate or erode, soft edge, invert.</summary>
internal static class ShapeSteps
{
    /// <summary>Makes the mask of a body.</summary>
    /// <param name="body">The body; changed by the steps.</param>
    /// <param name="grid">Grid, origin and start of the mask.</param>
    /// <param name="options">What the steps do.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="diagnostics">Receives what was noticed.</param>
    public static Volume Run(bool[] body, Volume grid, MaskShapeOptions options, int threadCount, List<Diagnostic> diagnostics)
    {
        var dustVoxels = options.DustAngstrom3 / Math.Pow(grid.PixelSizeAngstrom, 3);
        PiecesStep.Apply(body, grid.BoxVoxels, options.Pieces, dustVoxels, diagnostics);
        if (options.FillHoles)
            MaskBody.FillHoles(body, grid.BoxVoxels);
        var mask = EdgeStep.Apply(body, grid, options, threadCount);
        return options.Invert ? mask.WithValues(Array.ConvertAll(mask.Values, value => 1 - value)) : mask;
    }
}
