using Host.Abstractions.Running;
using SingleParticle.Masks;

namespace Plugin.MaskTools.Sources;

/// <summary>A focus mask of a geometric shape.</summary>
internal static class ShapeSource
{
    /// <summary>The body of the shape.</summary>
    /// <param name="inputs">What is connected.</param>
    /// <param name="options">Options of the node.</param>
    /// <exception cref="JobFailedException">The shape holds no voxel of the box.</exception>
    public static FocusBody Create(FocusInputs inputs, FocusMaskOptions options)
    {
        var (grid, size) = (inputs.Grid, inputs.Grid.PixelSizeAngstrom);
        var geometry = new ShapeGeometry(options.Shape)
        {
            CentreVoxels = LengthVector.ToPixels(options.Centre, size),
            RadiusVoxels = options.Radius.ToPixels(size),
            InnerRadiusVoxels = options.InnerRadius.ToPixels(size),
            HeightVoxels = options.Height.ToPixels(size),
            Axis = options.Shape == MaskShape.Cylinder ? LengthVector.ToPixels(options.Axis, size) : (0, 0, 1),
            EdgesVoxels = options.Shape == MaskShape.Box ? LengthVector.ToPixels(options.Edges, size) : (0, 0, 0),
        };
        var body = geometry.BodyOn(grid);
        return Array.Exists(body, inside => inside)
            ? new FocusBody(body, grid, inputs.Map ?? inputs.Solvent)
            : throw new JobFailedException(
                "EMPTY_RESULT",
                "params.shape",
                FormattableString.Invariant($"the shape holds no voxel of the box, {grid.BoxVoxels} px of {size:0.###} Å"),
                "check its size and its centre, which is counted from the centre of the box");
    }
}
