namespace SingleParticle.Formats.Mrc;

/// <summary>Decides whether a file is one cubic volume: by its shape, its space group and its name.</summary>
internal static class MrcVolumeRules
{
    /// <summary>Below this relative difference the voxel's edges are the same number, rounded differently.</summary>
    private const double EqualEdges = 1e-4;

    /// <summary>Beyond this relative difference a voxel is not a cube.</summary>
    private const double DifferentEdges = 1e-2;

    private const int FirstVolumeStackGroup = 401;
    private const float RightAngleToleranceDegrees = 0.1f;

    public static void Check(MrcHeader header, MrcRemarks remarks)
    {
        CheckKind(header, remarks);
        CheckShape(header, remarks);
        CheckCell(header, remarks);
    }

    /// <summary>Whether the name, packed or not, is the one that RELION demands of image stacks.</summary>
    public static bool IsStackName(string path)
    {
        var extension = Path.GetExtension(path);
        if (extension.Equals(".gz", StringComparison.OrdinalIgnoreCase) || extension.Equals(".bz2", StringComparison.OrdinalIgnoreCase))
            extension = Path.GetExtension(Path.GetFileNameWithoutExtension(path));
        return extension.Equals(".mrcs", StringComparison.OrdinalIgnoreCase);
    }

    private static void CheckKind(MrcHeader header, MrcRemarks remarks)
    {
        var intervalsInZ = header.IntervalCount.Z;
        var isImageGroup = header.SpaceGroup == 0;
        var hasImageIntervals = intervalsInZ == 1 && header.IntervalCount.X > 1 && header.SectionCount > 1;
        if (IsStackName(remarks.Path) || (isImageGroup && hasImageIntervals))
        {
            remarks.Refuse("ISPG", $"ISPG {header.SpaceGroup}, {intervalsInZ} intervals in z and the name say a stack of images, "
                + $"a volume is expected; give a map, or if it is one set ISPG to 1 and name it .mrc");
        }
        else if (isImageGroup)
            remarks.Warn("ISPG", $"ISPG is 0, the mark of images; the shape is a volume's and it is read as one");
        else if (hasImageIntervals)
            remarks.Warn("MZ", $"one interval in z, the mark of images; ISPG {header.SpaceGroup} is a volume's and it is read as one");
        else if (header.SpaceGroup >= FirstVolumeStackGroup)
            CheckVolumeStack(header, remarks);
        else if (header.SpaceGroup != 1)
            remarks.Warn("ISPG", $"space group {header.SpaceGroup}, 1 is expected; no crystal symmetry is applied");
    }

    private static void CheckVolumeStack(MrcHeader header, MrcRemarks remarks)
    {
        var sections = header.IntervalCount.Z;
        if (sections > 0 && header.SectionCount == sections)
            remarks.Warn("ISPG", $"ISPG {header.SpaceGroup} says a stack of volumes; it holds one, which is read");
        else
        {
            remarks.Refuse("ISPG", $"ISPG {header.SpaceGroup} with NZ {header.SectionCount} and MZ {sections} "
                + $"is a stack of several volumes, one is expected; write each volume to a file of its own");
        }
    }

    private static void CheckShape(MrcHeader header, MrcRemarks remarks)
    {
        var (x, y, z) = header.SampleCount;
        if (x == y && y == z)
            return;
        var meaning = z == 1 ? "it is a single image" : "it is no cube";
        remarks.Refuse("NX, NY, NZ", $"{x} x {y} x {z} voxels, expected as many on every axis: {meaning}; "
            + $"pad or crop it to a cube, or if it is a stack of images give it as particles");
    }

    private static void CheckCell(MrcHeader header, MrcRemarks remarks)
    {
        var (alpha, beta, gamma) = header.CellAnglesDegrees;
        var isUnstated = (alpha, beta, gamma) is (0, 0, 0);
        if (!isUnstated && !(IsRight(alpha) && IsRight(beta) && IsRight(gamma)))
        {
            remarks.Refuse("CELLB", $"cell angles {alpha}, {beta}, {gamma} degrees, expected 90, 90, 90; "
                + $"resample the map on a cubic grid");
        }

        if (header.PixelSizeAngstrom is not { } pixel)
            return;
        var smallest = Math.Min(pixel.X, Math.Min(pixel.Y, pixel.Z));
        var difference = Math.Max(pixel.X, Math.Max(pixel.Y, pixel.Z)) / smallest - 1;
        if (difference > DifferentEdges)
        {
            remarks.Refuse("CELLA", $"a voxel of {pixel.X} x {pixel.Y} x {pixel.Z} Å, expected a cube; "
                + $"resample the map or correct the cell");
        }
        else if (difference > EqualEdges)
            remarks.Warn("CELLA", $"a voxel of {pixel.X} x {pixel.Y} x {pixel.Z} Å is not quite a cube; their mean is taken");
    }

    private static bool IsRight(float degrees) => Math.Abs(degrees - 90) <= RightAngleToleranceDegrees;
}
