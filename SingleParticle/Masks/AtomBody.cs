using SingleParticle.Volumes;

namespace SingleParticle.Masks;

/// <summary>Bodies around atoms. Equation 5 of docs/method/4-masks.md.</summary>
public static class AtomBody
{
    /// <summary>Voxels whose centre lies within a radius of an atom.</summary>
    /// <param name="positionsAngstrom">Positions (x, y, z) of the atoms in Å, the first voxel of the grid lying at the corner.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="cornerAngstrom">Position of its first voxel in Å.</param>
    /// <param name="radiusAngstrom">Radius in Å.</param>
    /// <returns>The body, [z, y, x].</returns>
    public static bool[] Around(
        IEnumerable<(double X, double Y, double Z)> positionsAngstrom,
        Volume grid,
        (double X, double Y, double Z) cornerAngstrom,
        double radiusAngstrom)
    {
        ArgumentNullException.ThrowIfNull(positionsAngstrom);
        ArgumentNullException.ThrowIfNull(grid);
        var body = new bool[grid.Values.Length];
        var (size, radius) = (grid.PixelSizeAngstrom, radiusAngstrom / grid.PixelSizeAngstrom);
        foreach (var (x, y, z) in positionsAngstrom)
        {
            var at = ((x - cornerAngstrom.X) / size, (y - cornerAngstrom.Y) / size, (z - cornerAngstrom.Z) / size);
            AddBall(body, grid.BoxVoxels, at, radius);
        }

        return body;
    }

    private static void AddBall(bool[] body, int n, (double X, double Y, double Z) at, double radius)
    {
        for (var z = Math.Max(0, (int)Math.Ceiling(at.Z - radius)); z <= Math.Min(n - 1, Math.Floor(at.Z + radius)); z++)
        {
            for (var y = Math.Max(0, (int)Math.Ceiling(at.Y - radius)); y <= Math.Min(n - 1, Math.Floor(at.Y + radius)); y++)
            {
                var left = (radius * radius) - ((z - at.Z) * (z - at.Z)) - ((y - at.Y) * (y - at.Y));
                if (left < 0)
                    continue;
                var (first, last) = ((int)Math.Ceiling(at.X - Math.Sqrt(left)), (int)Math.Floor(at.X + Math.Sqrt(left)));
                (first, last) = (Math.Max(0, first), Math.Min(n - 1, last));
                if (first <= last)
                    body.AsSpan((((z * n) + y) * n) + first, last - first + 1).Fill(true);
            }
        }
    }
}
