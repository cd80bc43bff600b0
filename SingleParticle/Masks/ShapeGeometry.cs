using SingleParticle.Volumes;

namespace SingleParticle.Masks;

/// <summary>A geometric body in the coordinates of a box. Equation 6 of docs/method/4-masks.md.</summary>
/// <param name="Shape">Its kind.</param>
public sealed record ShapeGeometry(MaskShape Shape)
{
    /// <summary>Centre (x, y, z) in voxels from the centre of the box.</summary>
    public (double X, double Y, double Z) CentreVoxels { get; init; }

    /// <summary>Radius of sphere, shell or cylinder in voxels.</summary>
    public double RadiusVoxels { get; init; }

    /// <summary>Inner radius of shell or cylinder in voxels; what lies nearer is outside.</summary>
    public double InnerRadiusVoxels { get; init; }

    /// <summary>Height of a cylinder in voxels, half on either side of the centre.</summary>
    public double HeightVoxels { get; init; } = double.PositiveInfinity;

    /// <summary>Direction (x, y, z) of a cylinder's axis; its length does not matter.</summary>
    public (double X, double Y, double Z) Axis { get; init; } = (0, 0, 1);

    /// <summary>Edges (x, y, z) of a box in voxels.</summary>
    public (double X, double Y, double Z) EdgesVoxels { get; init; }

    /// <summary>Voxels whose centre lies in the body, its surface included.</summary>
    /// <param name="grid">The grid.</param>
    public bool[] BodyOn(Volume grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var (n, body) = (grid.BoxVoxels, new bool[grid.Values.Length]);
        for (var i = 0; i < body.Length; i++)
        {
            var (x, y, z) = ((i % n) - (n / 2), (i / n % n) - (n / 2), (i / (n * n)) - (n / 2));
            body[i] = Contains(x - CentreVoxels.X, y - CentreVoxels.Y, z - CentreVoxels.Z);
        }

        return body;
    }

    private bool Contains(double x, double y, double z)
    {
        if (Shape == MaskShape.Box)
            return Math.Abs(x) <= EdgesVoxels.X / 2 && Math.Abs(y) <= EdgesVoxels.Y / 2 && Math.Abs(z) <= EdgesVoxels.Z / 2;
        var squared = (x * x) + (y * y) + (z * z);
        if (Shape != MaskShape.Cylinder)
            return IsBetweenRadii(squared, Shape == MaskShape.Shell ? InnerRadiusVoxels : 0);
        var length = Math.Sqrt((Axis.X * Axis.X) + (Axis.Y * Axis.Y) + (Axis.Z * Axis.Z));
        var along = ((x * Axis.X) + (y * Axis.Y) + (z * Axis.Z)) / length;
        return Math.Abs(along) <= HeightVoxels / 2 && IsBetweenRadii(squared - (along * along), InnerRadiusVoxels);
    }

    private bool IsBetweenRadii(double squared, double inner) => squared <= RadiusVoxels * RadiusVoxels && squared >= inner * inner;
}
