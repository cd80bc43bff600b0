namespace SingleParticle.Formats.Mrc;

/// <summary>Decides whether a file can be streamed as a stack of images.</summary>
internal static class MrcStackRules
{
    private const int FirstVolumeStackGroup = 401;
    private const double EqualEdges = 1e-4;

    public static void Check(MrcHeader header, MrcRemarks remarks)
    {
        if (header.AxisOrder != MrcAxisOrder.Standard)
        {
            var (column, row, section) = ((int)header.AxisOrder.Column, (int)header.AxisOrder.Row, (int)header.AxisOrder.Section);
            remarks.Refuse("MAPC, MAPR, MAPS", $"found axis order {column}, {row}, {section}, expected 1, 2, 3 for images; "
                + $"write the stack anew in the standard order");
        }

        CheckKind(header, remarks);
        if (header.PixelSizeAngstrom is { } pixel && Math.Abs(pixel.X / pixel.Y - 1) > EqualEdges)
            remarks.Warn("CELLA", $"a pixel of {pixel.X} x {pixel.Y} Å is not square; that of x is reported");
    }

    private static void CheckKind(MrcHeader header, MrcRemarks remarks)
    {
        if (header.SpaceGroup >= FirstVolumeStackGroup)
        {
            remarks.Refuse("ISPG", $"ISPG {header.SpaceGroup} says a stack of volumes, images are expected; "
                + $"give a stack of particle images");
        }
        else if (header.SpaceGroup != 0)
        {
            var isNamedStack = MrcVolumeRules.IsStackName(remarks.Path);
            var meaning = isNamedStack ? "the name says a stack" : "images were asked for";
            remarks.Warn("ISPG", $"ISPG {header.SpaceGroup} is the mark of a volume, 0 that of images; {meaning} and it is read as one");
        }
    }
}
