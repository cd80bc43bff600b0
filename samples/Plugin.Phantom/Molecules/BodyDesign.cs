using SingleParticle.Geometry;

namespace Plugin.Phantom.Molecules;

/// <summary>A body of the molecule before its pseudo-atoms are placed.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Role">What it is to a classification.</param>
/// <param name="Shape">Outer shape, in radii of the molecule.</param>
/// <param name="Kind">What fills it.</param>
internal sealed record BodyDesign(string Name, BodyRole Role, Ellipsoid Shape, BodyKind Kind = BodyKind.Protein)
{
    private const int LatticePointsPerRadius = 24;

    /// <summary>Shapes that are cut out of this one.</summary>
    public IReadOnlyList<Ellipsoid> Without { get; init; } = [];

    /// <summary>Whether a point belongs to the body.</summary>
    /// <param name="point">Point, in radii of the molecule.</param>
    public bool Contains(DoubleVector3 point) => Shape.Contains(point) && !Without.Any(hole => hole.Contains(point));

    /// <summary>Volume in cubed radii of the molecule, counted on a lattice.</summary>
    public double Volume()
    {
        const double Step = 1.0 / LatticePointsPerRadius;
        var (count, half) = (0, Shape.SemiAxes);
        for (var x = -half.X; x <= half.X; x += Step)
        {
            for (var y = -half.Y; y <= half.Y; y += Step)
            {
                for (var z = -half.Z; z <= half.Z; z += Step)
                    count += Contains(Shape.Centre + new DoubleVector3(x, y, z)) ? 1 : 0;
            }
        }

        return count * Step * Step * Step;
    }
}
