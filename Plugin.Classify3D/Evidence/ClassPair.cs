namespace Plugin.Classify3D.Evidence;

/// <summary>What tells two classes apart, or does not.</summary>
/// <param name="First">One class, 0-based.</param>
/// <param name="Second">The other, after the first.</param>
/// <param name="Overlap">Cosine of their held-out posteriors: 1 when every particle is as likely in either.</param>
/// <param name="RelativeDifference">RMS difference of their maps relative to the consensus' RMS, where classes can differ.</param>
/// <param name="Significance">
/// Agreement of the difference between the half-sets, in standard deviations of what noise alone would give.
/// </param>
/// <param name="ResolutionAngstrom">Å to which both half-sets show the difference (FSC of 0.143); infinite where they do not.</param>
internal sealed record ClassPair(
    int First, int Second, double Overlap, double RelativeDifference, double Significance, double ResolutionAngstrom)
{
    /// <summary>Overlap from which on two classes share their particles, whatever their maps look like.</summary>
    public const double LargestOverlap = 0.95;

    /// <summary>Overlap up to which particles are told apart, whatever becomes of the maps of few particles.</summary>
    public const double SmallestOverlap = 0.5;

    /// <summary>Standard deviations below which a difference may be noise.</summary>
    public const double SmallestSignificance = 5;

    /// <summary>Whether nothing in the data tells the two apart.</summary>
    public bool IsAlike => Overlap > LargestOverlap || (Overlap > SmallestOverlap && Significance < SmallestSignificance);
}
