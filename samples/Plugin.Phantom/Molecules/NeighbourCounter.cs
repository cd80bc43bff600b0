using SingleParticle.Geometry;

namespace Plugin.Phantom.Molecules;

/// <summary>Counts the points near a place.</summary>
/// <param name="reach">How near, which is also the edge of the cells that points are sorted into.</param>
internal sealed class NeighbourCounter(double reach)
{
    private readonly Dictionary<(int X, int Y, int Z), List<DoubleVector3>> _cells = [];

    /// <summary>Adds a point.</summary>
    /// <param name="point">Point.</param>
    public void Add(DoubleVector3 point)
    {
        var cell = CellOf(point);
        if (!_cells.TryGetValue(cell, out var points))
            _cells.Add(cell, points = []);
        points.Add(point);
    }

    /// <summary>How many points lie within reach.</summary>
    /// <param name="place">Place.</param>
    public int Count(DoubleVector3 place)
    {
        var (cell, count) = (CellOf(place), 0);
        for (var x = cell.X - 1; x <= cell.X + 1; x++)
        {
            for (var y = cell.Y - 1; y <= cell.Y + 1; y++)
            {
                for (var z = cell.Z - 1; z <= cell.Z + 1; z++)
                {
                    if (_cells.TryGetValue((x, y, z), out var points))
                        count += CountNear(points, place);
                }
            }
        }

        return count;
    }

    private int CountNear(List<DoubleVector3> points, DoubleVector3 place)
    {
        var count = 0;
        foreach (var point in points)
            count += (point + -place).Length < reach ? 1 : 0;
        return count;
    }

    private (int X, int Y, int Z) CellOf(DoubleVector3 point) =>
        ((int)Math.Floor(point.X / reach), (int)Math.Floor(point.Y / reach), (int)Math.Floor(point.Z / reach));
}
