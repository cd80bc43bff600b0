using System.Globalization;
using SingleParticle.Volumes;

namespace SingleParticle.Nodes.Pictures;

/// <summary>Which three planes of a map are shown, and how much of them.</summary>
/// <param name="PlaneX">Voxel x of the yz slice.</param>
/// <param name="PlaneY">Voxel y of the xz slice.</param>
/// <param name="PlaneZ">Voxel z of the xy slice.</param>
/// <param name="StartX">First voxel shown along x.</param>
/// <param name="StartY">First voxel shown along y.</param>
/// <param name="StartZ">First voxel shown along z.</param>
/// <param name="SideVoxels">Voxels shown along every axis.</param>
public sealed record SliceWindow(int PlaneX, int PlaneY, int PlaneZ, int StartX, int StartY, int StartZ, int SideVoxels)
{
    private const float Inside = 0.05f;
    private const int MarginVoxels = 2;

    /// <summary>The whole box, through its centre.</summary>
    /// <param name="boxVoxels">Edge of the box.</param>
    public static SliceWindow Whole(int boxVoxels) => new(boxVoxels / 2, boxVoxels / 2, boxVoxels / 2, 0, 0, 0, boxVoxels);

    /// <summary>Just the part of the box that a mask covers, through planes of one's choice.</summary>
    /// <param name="mask">Mask; where it is empty the whole box is shown.</param>
    /// <param name="planes">Voxel on each axis, x, y, z.</param>
    public static SliceWindow Around(Volume mask, (int X, int Y, int Z) planes)
    {
        ArgumentNullException.ThrowIfNull(mask);
        var n = mask.BoxVoxels;
        var (low, high) = (new[] { n, n, n }, new[] { -1, -1, -1 });
        for (var i = 0; i < mask.Values.Length; i++)
        {
            if (mask.Values[i] < Inside)
                continue;
            Span<int> place = [i % n, i / n % n, i / (n * n)];
            for (var axis = 0; axis < 3; axis++)
                (low[axis], high[axis]) = (Math.Min(low[axis], place[axis]), Math.Max(high[axis], place[axis]));
        }

        if (high[0] < 0)
            return Whole(n) with { PlaneX = planes.X, PlaneY = planes.Y, PlaneZ = planes.Z };
        var side = Math.Min(n, Enumerable.Range(0, 3).Max(axis => high[axis] - low[axis]) + 1 + (2 * MarginVoxels));
        var start = Enumerable.Range(0, 3).Select(axis => Math.Clamp(((low[axis] + high[axis]) / 2) - (side / 2), 0, n - side)).ToArray();
        return new SliceWindow(planes.X, planes.Y, planes.Z, start[0], start[1], start[2], side);
    }

    /// <summary>The values of a slice, [row, column], SideVoxels each.</summary>
    /// <param name="map">Map of the same box.</param>
    /// <param name="axis">Axis that the slice stands upright on.</param>
    public float[] Slice(Volume map, SliceAxis axis)
    {
        ArgumentNullException.ThrowIfNull(map);
        var values = new float[SideVoxels * SideVoxels];
        for (var row = 0; row < SideVoxels; row++)
        {
            for (var column = 0; column < SideVoxels; column++)
            {
                values[(row * SideVoxels) + column] = map.Values[axis switch
                {
                    SliceAxis.Z => map.IndexOf(StartX + column, StartY + row, PlaneZ),
                    SliceAxis.Y => map.IndexOf(StartX + column, PlaneY, StartZ + row),
                    _ => map.IndexOf(PlaneX, StartY + column, StartZ + row),
                }];
            }
        }

        return values;
    }

    /// <summary>What a slice shows, "xy at z = 12 Å" from the centre of the box.</summary>
    /// <param name="map">Map of the same box.</param>
    /// <param name="axis">Axis that the slice stands upright on.</param>
    public string Describe(Volume map, SliceAxis axis)
    {
        ArgumentNullException.ThrowIfNull(map);
        var (plane, names) = axis switch
        {
            SliceAxis.Z => (PlaneZ, "xy at z"),
            SliceAxis.Y => (PlaneY, "xz at y"),
            _ => (PlaneX, "yz at x"),
        };
        var place = Math.Round((plane - (map.BoxVoxels / 2)) * map.PixelSizeAngstrom) + 0.0;
        return string.Create(CultureInfo.InvariantCulture, $"{names} = {place:0} Å").Replace('-', '\u2212');
    }
}
