namespace SingleParticle.Estimation.Scales;

/// <summary>Scales pulled towards how the scales of the whole set are distributed, each by its own standard error.</summary>
/// <remarks>
/// Empirical Bayes: posterior mean and standard deviation under the fitted mixture (equation 5.11 of docs/method/5-scale.md). Scales that
/// are not positive stay as they are: they are errors of another kind, which the population says nothing about.
/// </remarks>
public sealed class ShrunkenScale : IScaleRule
{
    private readonly IScaleRule _plain;
    private readonly int[] _groupOf;

    /// <summary>Shrinks the scales of another rule.</summary>
    /// <param name="plain">The other rule.</param>
    /// <param name="groupOf">Group of every record, from 0: records of one group have one scale.</param>
    public ShrunkenScale(IScaleRule plain, int[] groupOf) => (_plain, _groupOf) = (plain, groupOf);

    /// <inheritdoc/>
    public ScaleEstimate Estimate(ReferenceMatch match)
    {
        var found = _plain.Estimate(match);
        if (PopulationFit.Of(found, _groupOf) is not { } population)
            return found;
        var (scale, error) = ((double[])found.Scale.Clone(), (double[])found.StandardError.Clone());
        for (var record = 0; record < scale.Length; record++)
        {
            if (scale[record] > 0 && error[record] > 0)
                (scale[record], error[record]) = population.Mixture.Posterior(scale[record], error[record]);
        }

        return found with { Scale = scale, StandardError = error };
    }
}
