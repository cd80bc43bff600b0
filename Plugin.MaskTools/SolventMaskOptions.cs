using Host.Abstractions.Parameters;
using SingleParticle.Masks;

namespace Plugin.MaskTools;

/// <summary>Parameters of solvent masks.</summary>
public sealed record SolventMaskOptions : MapMaskOptions
{
    /// <summary>The defaults that differ from those of other masks: as the reference's automatic mask, near 10 Å and far 20 Å.</summary>
    public SolventMaskOptions() => (Pieces, Dilate) = (MaskPieces.Largest, Length.FromAngstrom(10));

    /// <summary>Pixel size of the mask; null for that of the map.</summary>
    [Parameter(
        "Resample the map to this pixel size first, the particles' for instance.",
        Unit = "Å", Minimum = 0.05, Maximum = 100, NullWord = "as_input", Section = "Grid", Advanced = true)]
    public double? PixelSizeAngstrom { get; init; }

    /// <summary>Box of the mask; null for that of the map.</summary>
    [Parameter(
        "Crop or pad the map about its centre to this box first, the particles' for instance.",
        Unit = "px", Minimum = 8, Maximum = 1024, NullWord = "as_input", Section = "Grid", Advanced = true)]
    public int? BoxPixels { get; init; }
}
