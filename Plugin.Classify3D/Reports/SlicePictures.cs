using Host.Abstractions.Running;
using SingleParticle.Nodes.Pictures;

namespace Plugin.Classify3D.Reports;

/// <summary>Slices of maps and masks.</summary>
internal static class SlicePictures
{
    private static readonly Rgb SolventColour = Rgb.FromHex("#56B4E9");
    private static readonly Rgb FocusColour = Rgb.FromHex("#E69F00");

    /// <summary>Every class along three axes, and its difference to the consensus.</summary>
    /// <param name="view">The classification.</param>
    public static Artifact Classes(ClassificationView view) => new SliceSheet
    {
        Title = "Class maps and their differences to the consensus, through the planes where classes differ most",
        Rows = [.. view.Maps.Select((map, k) => new SliceRow(view.LabelWithShare(k), map, ClassColours.Of(k)))],
        Window = view.Window,
        Reference = view.Consensus,
        DifferenceUnit = Math.Max(double.Epsilon, view.Problem.Composition.ConsensusRms()),
        DifferenceUnitName = "consensus RMS",
    }.ToArtifact("class_slices");

    /// <summary>The masks that were used, over the consensus.</summary>
    /// <param name="view">The classification.</param>
    public static Artifact Masks(ClassificationView view)
    {
        var (map, mask) = (view.Problem.Consensus.Map.Map, view.Problem.Consensus.Mask);
        var outlines = new List<SliceOutline> { new("solvent mask", mask, SolventColour) };
        if (view.Problem.Composition.Focus is { } focus)
            outlines.Add(new SliceOutline("focus mask", focus, FocusColour));
        var planes = view.Window;
        return new SliceSheet
        {
            Title = "Masks over the consensus",
            Rows = [new SliceRow("consensus", map, ClassColours.Neutral)],
            Window = SliceWindow.Whole(map.BoxVoxels) with { PlaneX = planes.PlaneX, PlaneY = planes.PlaneY, PlaneZ = planes.PlaneZ },
            Outlines = outlines,
        }.ToArtifact("masks");
    }
}
