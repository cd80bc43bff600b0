namespace SingleParticle.Formats.Mrc;

/// <summary>Density statistics as a header states them (DMIN, DMAX, DMEAN, RMS), right or wrong.</summary>
/// <param name="Minimum">Smallest density.</param>
/// <param name="Maximum">Largest density.</param>
/// <param name="Mean">Mean density.</param>
/// <param name="RMS">Root mean square deviation from the mean.</param>
/// <remarks>
/// MRC2014 marks statistics that were never computed by a maximum below the minimum, a mean below both and a negative RMS.
/// </remarks>
public readonly record struct MrcStatistics(float Minimum, float Maximum, float Mean, float RMS)
{
    /// <summary>Whether the extremes and the mean were computed at all, by MRC2014's convention.</summary>
    public bool AreDetermined => Maximum >= Minimum && Mean >= Minimum && RMS >= 0;
}
