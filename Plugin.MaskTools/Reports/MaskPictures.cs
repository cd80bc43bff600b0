using Host.Abstractions.Running;
using SingleParticle.Masks;
using SingleParticle.Nodes.Pictures;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Reports;

/// <summary>Pictures of a mask: slices through its centre of mass and projections, the mask outlined on the map.</summary>
internal static class MaskPictures
{
    /// <summary>Draws both pictures.</summary>
    /// <param name="artifacts">Where pictures go.</param>
    /// <param name="backdrop">What the mask was made from or is for; null for the mask alone.</param>
    /// <param name="mask">The mask.</param>
    /// <param name="measures">Its measures.</param>
    public static void Draw(IArtifactSink artifacts, Volume? backdrop, Volume mask, MaskMeasures measures)
    {
        var centre = VoxelAt(measures.CentreOfMassAngstrom, mask);
        var (slices, silhouettes) = (VolumeViews.Slices(mask, centre), VolumeViews.Silhouettes(mask));
        List<(string Label, IReadOnlyList<GreyTile> Tiles)> sliceRows = [], projectionRows = [];
        if (backdrop is not null)
        {
            sliceRows.Add(("map, mask outlined", Tiles(VolumeViews.Slices(backdrop, centre), mask.BoxVoxels, slices)));
            projectionRows.Add(("map, mask outlined", Tiles(VolumeViews.Projections(backdrop), mask.BoxVoxels, silhouettes)));
        }

        sliceRows.Add(("mask", Tiles(slices, mask.BoxVoxels, slices)));
        projectionRows.Add(("mask", Tiles(VolumeViews.Projections(mask), mask.BoxVoxels, silhouettes)));
        var where = FormattableString.Invariant($"slices through voxel {centre.X}, {centre.Y}, {centre.Z}");
        artifacts.Add(new TileGrid { Title = $"Mask, {where}", Columns = VolumeViews.Names, Rows = sliceRows }.ToArtifact("mask_slices"));
        artifacts.Add(
            new TileGrid { Title = "Mask, projections", Columns = VolumeViews.Names, Rows = projectionRows }.ToArtifact(
                "mask_projections"));
    }

    private static GreyTile[] Tiles(float[][] images, int box, float[][] regions) =>
        [.. images.Zip(regions, (image, region) => new GreyTile(box, box, image, region))];

    private static (int X, int Y, int Z) VoxelAt((double X, double Y, double Z) angstrom, Volume mask)
    {
        return (Voxel(angstrom.X), Voxel(angstrom.Y), Voxel(angstrom.Z));

        int Voxel(double position) =>
            Math.Clamp((mask.BoxVoxels / 2) + (int)Math.Round(position / mask.PixelSizeAngstrom), 0, mask.BoxVoxels - 1);
    }
}
