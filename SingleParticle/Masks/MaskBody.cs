namespace SingleParticle.Masks;

/// <summary>Bodies: the voxels of a map that belong to the molecule.</summary>
public static class MaskBody
{
    /// <summary>Voxels at or above a density.</summary>
    /// <param name="density">Map, [z, y, x].</param>
    /// <param name="threshold">Density.</param>
    public static bool[] AtLeast(ReadOnlySpan<float> density, double threshold)
    {
        var body = new bool[density.Length];
        for (var i = 0; i < body.Length; i++)
            body[i] = density[i] >= threshold;
        return body;
    }

    /// <summary>Number of voxels at or above a density.</summary>
    /// <param name="density">Map.</param>
    /// <param name="threshold">Density.</param>
    public static int CountAtLeast(ReadOnlySpan<float> density, double threshold)
    {
        var count = 0;
        foreach (var value in density)
            count += value >= threshold ? 1 : 0;
        return count;
    }

    /// <summary>Keeps only the largest connected piece (voxels that share a face).</summary>
    /// <param name="body">Body; smaller pieces are removed.</param>
    /// <param name="boxVoxels">Edge of the cube in voxels.</param>
    /// <returns>The pieces there were.</returns>
    public static ConnectedPieces KeepLargestPiece(Span<bool> body, int boxVoxels)
    {
        var pieces = ConnectedPieces.OfBody(body, boxVoxels);
        var largest = pieces.Largest;
        pieces.Set(body, false, piece => piece != largest);
        return pieces;
    }

    /// <summary>Drops connected pieces smaller than a number of voxels.</summary>
    /// <param name="body">Body; small pieces are removed.</param>
    /// <param name="boxVoxels">Edge of the cube in voxels.</param>
    /// <param name="fewestVoxels">Smallest size kept.</param>
    /// <returns>The pieces there were.</returns>
    public static ConnectedPieces DropDust(Span<bool> body, int boxVoxels, double fewestVoxels)
    {
        var pieces = ConnectedPieces.OfBody(body, boxVoxels);
        pieces.Set(body, false, piece => pieces.SizesVoxels[piece] < fewestVoxels);
        return pieces;
    }

    /// <summary>Fills holes: outside voxels from which no path over shared faces leads to a face of the box.</summary>
    /// <param name="body">Body; holes are added to it.</param>
    /// <param name="boxVoxels">Edge of the cube in voxels.</param>
    /// <returns>Number of voxels filled.</returns>
    public static int FillHoles(Span<bool> body, int boxVoxels)
    {
        var outside = ConnectedPieces.OfOutside(body, boxVoxels);
        var open = outside.TouchFaces(boxVoxels);
        outside.Set(body, true, piece => !open[piece]);
        return outside.SizesVoxels.Where((_, piece) => !open[piece]).Sum();
    }

    /// <summary>Turns a body into what is outside it, in place.</summary>
    /// <param name="body">Body.</param>
    public static void Complement(Span<bool> body)
    {
        for (var i = 0; i < body.Length; i++)
            body[i] = !body[i];
    }

    /// <summary>Number of voxels in a body.</summary>
    /// <param name="body">Body.</param>
    public static int CountVoxels(ReadOnlySpan<bool> body) => body.Count(true);
}
