using System.Globalization;
using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using SingleParticle.Masks;

namespace Plugin.MaskTools.Steps;

/// <summary>Drops dust, and all pieces but the largest where asked for.</summary>
internal static class PiecesStep
{
    // A dropped piece of this share of the largest one is more than dust: it may be part of the molecule.
    private const double NotableShare = 0.1;

    /// <summary>Drops pieces in place.</summary>
    /// <param name="body">The body.</param>
    /// <param name="boxVoxels">Edge of the cube in voxels.</param>
    /// <param name="pieces">Which pieces stay.</param>
    /// <param name="dustVoxels">Pieces smaller than this are dropped, voxels.</param>
    /// <param name="diagnostics">Receives what was noticed.</param>
    /// <exception cref="JobFailedException">Nothing is left.</exception>
    public static void Apply(bool[] body, int boxVoxels, MaskPieces pieces, double dustVoxels, List<Diagnostic> diagnostics)
    {
        if (pieces == MaskPieces.All && dustVoxels <= 1)
            return;
        var found = MaskBody.DropDust(body, boxVoxels, dustVoxels).SizesVoxels;
        if (found.All(size => size < dustVoxels))
            throw new JobFailedException(
                "EMPTY_RESULT",
                "params.dust_angstrom3",
                Text($"all {found.Count} pieces are smaller than the dust limit of {dustVoxels:0} voxels; the largest has {found.Max()}"),
                "use a smaller limit or a lower threshold");
        if (pieces == MaskPieces.All)
            return;
        MaskBody.KeepLargestPiece(body, boxVoxels);
        var sizes = found.OrderDescending().ToArray();
        if (sizes.Length > 1 && sizes[1] > NotableShare * sizes[0])
            diagnostics.Add(
                new Diagnostic(
                    "PIECE_DROPPED",
                    DiagnosticSeverity.Warning,
                    "params.pieces",
                    Text($"a piece of {100.0 * sizes[1] / sizes[0]:0} % of the size of the largest was dropped, {sizes.Length} pieces in ")
                        + Text($"all"),
                    "look at the slices; a lower threshold joins pieces, 'pieces: all' keeps them"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
