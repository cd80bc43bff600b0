using Host.Abstractions.Running;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Steps;

/// <summary>Grows or shrinks a body and gives it a soft edge.</summary>
internal static class EdgeStep
{
    private const double DefaultAngstrom = 10;
    private const double DefaultResolutions = 5;

    /// <summary>Width in voxels below which an edge counts as hard.</summary>
    public const double FewestVoxels = 3;

    /// <summary>Width of the edge in voxels.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="pixelSizeAngstrom">Pixel size of the mask in Å.</param>
    public static double Width(MaskShapeOptions options, double pixelSizeAngstrom) =>
        options.SoftEdge?.ToPixels(pixelSizeAngstrom)
        ?? Math.Max(
            FewestVoxels, Math.Max(DefaultAngstrom, DefaultResolutions * (options.ResolutionAngstrom ?? 0)) / pixelSizeAngstrom);

    /// <summary>Makes the mask.</summary>
    /// <param name="body">The body.</param>
    /// <param name="grid">Grid, origin and start of the mask.</param>
    /// <param name="options">Distance, width and convention.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <exception cref="JobFailedException">Nothing is left of the body.</exception>
    public static Volume Apply(bool[] body, Volume grid, MaskShapeOptions options, int threadCount)
    {
        var (extend, width) = (options.Dilate.ToPixels(grid.PixelSizeAngstrom), Width(options, grid.PixelSizeAngstrom));
        var mask = options.Convention == MaskConvention.Relion
            ? RelionEdge.Create(body, grid, extend, width, threadCount)
            : SoftEdge.Create(body, grid, extend, width, threadCount);
        return Array.Exists(mask.Values, value => value > 0)
            ? mask
            : throw new JobFailedException(
                "EMPTY_RESULT",
                "params.dilate",
                FormattableString.Invariant($"nothing is left after shrinking by {-extend:0.##} voxels"),
                "shrink less, or use a lower threshold");
    }
}
