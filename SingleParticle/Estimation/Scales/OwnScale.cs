namespace SingleParticle.Estimation.Scales;

/// <summary>Every particle has the scale that fits it best.</summary>
public sealed class OwnScale : IScaleRule
{
    /// <inheritdoc/>
    public ScaleEstimate Estimate(ReferenceMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        return new PooledScale([.. Enumerable.Range(0, match.Count)]).Estimate(match);
    }
}
