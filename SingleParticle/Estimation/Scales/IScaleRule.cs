namespace SingleParticle.Estimation.Scales;

/// <summary>How scales are read off a comparison: one per particle, one per micrograph, pulled towards the population, ...</summary>
public interface IScaleRule
{
    /// <summary>Scales and standard errors of every record, in the unit of the references.</summary>
    /// <param name="match">The comparison.</param>
    ScaleEstimate Estimate(ReferenceMatch match);
}
