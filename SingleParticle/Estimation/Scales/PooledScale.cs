namespace SingleParticle.Estimation.Scales;

/// <summary>All particles of a group, a micrograph for instance, have one scale: the one that fits them best together.</summary>
/// <remarks>Equation 5.9 of docs/method/5-scale.md.</remarks>
public sealed class PooledScale : IScaleRule
{
    private readonly int[] _groupOf;

    /// <summary>Takes groups.</summary>
    /// <param name="groupOf">Group of every record, from 0.</param>
    public PooledScale(int[] groupOf)
    {
        ArgumentNullException.ThrowIfNull(groupOf);
        _groupOf = groupOf;
    }

    /// <inheritdoc/>
    public ScaleEstimate Estimate(ReferenceMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        var groupCount = _groupOf.DefaultIfEmpty(-1).Max() + 1;
        var (information, score) = (new double[groupCount], new double[groupCount]);
        for (var record = 0; record < match.Count; record++)
        {
            information[_groupOf[record]] += match.Information(record);
            score[_groupOf[record]] += match.Score(record);
        }

        var (scale, error) = (new double[match.Count], new double[match.Count]);
        for (var record = 0; record < match.Count; record++)
        {
            if (information[_groupOf[record]] is var known and > 0)
                (scale[record], error[record]) = (score[_groupOf[record]] / known, 1 / Math.Sqrt(known));
        }

        return new ScaleEstimate(scale, error, 1);
    }
}
