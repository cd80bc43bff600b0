using SingleParticle.Estimation;
using SingleParticle.Estimation.Scales;
using SingleParticle.Particles;

namespace Plugin.ScaleOpt;

/// <summary>Scales, their errors and the match to the map, in the order of the particle file.</summary>
internal sealed class ScaleTable
{
    private ScaleTable(float[] scale, float[] standardError, ParticlePowers[] powers) =>
        (Scale, StandardError, Powers) = (scale, standardError, powers);

    /// <summary>Scale of every row.</summary>
    public float[] Scale { get; }

    /// <summary>Standard error of every row's scale.</summary>
    public float[] StandardError { get; }

    /// <summary>Match of every row with the map times its scale.</summary>
    public ParticlePowers[] Powers { get; }

    /// <summary>Brings what was found by record into file order.</summary>
    /// <param name="data">The particles.</param>
    /// <param name="match">Their match with the map.</param>
    /// <param name="normalisation">Unit of the scales.</param>
    public static ScaleTable From(EstimationData data, ReferenceMatch match, ScaleNormalisation normalisation)
    {
        var (scale, error, powers) = (new float[data.Count], new float[data.Count], new ParticlePowers[data.Count]);
        var found = new OwnScale().Estimate(match);
        var used = normalisation == ScaleNormalisation.MeanOne ? found.NormalisedToMeanOne() : found;
        for (var record = 0; record < data.Count; record++)
        {
            var row = data.Rows[record];
            scale[row] = (float)used.Scale[record];
            error[row] = (float)used.StandardError[record];
            powers[row] = match.PowersOf(record, found.Scale[record]);
        }

        return new ScaleTable(scale, error, powers);
    }

    /// <summary>Rows whose scale fulfils a condition, in file order.</summary>
    /// <param name="condition">Condition on the scale.</param>
    public int[] Rows(Func<float, bool> condition) => [.. Enumerable.Range(0, Scale.Length).Where(row => condition(Scale[row]))];

    /// <summary>What is written of some rows.</summary>
    /// <param name="rows">Rows, in file order.</param>
    public ParticleUpdate UpdateOf(int[] rows) => new()
    {
        Rows = rows,
        Scale = Array.ConvertAll(rows, row => Scale[row]),
        ScaleStandardError = Array.ConvertAll(rows, row => StandardError[row]),
        Powers = Array.ConvertAll(rows, row => Powers[row]),
    };
}
