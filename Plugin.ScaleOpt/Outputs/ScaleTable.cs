using Plugin.ScaleOpt.Stages;
using SingleParticle.Estimation;
using SingleParticle.Estimation.Scales;
using SingleParticle.Particles;
using SingleParticle.Statistics;

namespace Plugin.ScaleOpt.Outputs;

/// <summary>Scales, their errors and the match to the map, in the order of the particle file.</summary>
internal sealed class ScaleTable
{
    private ScaleTable(int count)
    {
        (Scale, StandardError, Optimum) = (new float[count], new float[count], new float[count]);
        Powers = new ParticlePowers[count];
    }

    /// <summary>Scale used of every row.</summary>
    public float[] Scale { get; }

    /// <summary>Standard error of every row's scale.</summary>
    public float[] StandardError { get; }

    /// <summary>Scale at which every row fits the whole map best.</summary>
    public float[] Optimum { get; }

    /// <summary>Match of every row with the map times its scale.</summary>
    public ParticlePowers[] Powers { get; }

    /// <summary>How the scales are distributed, errors taken off; null with fewer than two.</summary>
    public required GaussianMixtureFit? Population { get; init; }

    /// <summary>The modes of that distribution.</summary>
    public IReadOnlyList<DistributionMode> Modes => Population is null ? [] : DistributionMode.Of(Population.Mixture);

    /// <summary>What shares one scale.</summary>
    public required ScaleGroups Groups { get; init; }

    /// <summary>Brings what was found by record into file order.</summary>
    /// <param name="data">The particles.</param>
    /// <param name="finding">What was found.</param>
    /// <param name="groups">What shares one scale.</param>
    /// <param name="isMeanOne">Whether scales are divided by their mean.</param>
    public static ScaleTable From(EstimationData data, ScaleFinding finding, ScaleGroups groups, bool isMeanOne)
    {
        var (match, used) = (finding.Match, isMeanOne ? finding.Used.NormalisedToMeanOne() : finding.Used);
        var unit = used.NormalisingFactor / finding.Used.NormalisingFactor;
        var plain = finding.Plain with
        {
            Scale = Divided(finding.Plain.Scale, unit),
            StandardError = Divided(finding.Plain.StandardError, unit),
        };
        var groupOf = Array.ConvertAll(data.Rows, row => groups.GroupOf[row]);
        var table = new ScaleTable(data.Count) { Population = PopulationFit.Of(plain, groupOf), Groups = groups };
        for (var record = 0; record < data.Count; record++)
        {
            var row = data.Rows[record];
            table.Scale[row] = (float)used.Scale[record];
            table.StandardError[row] = (float)used.StandardError[record];
            table.Optimum[row] = (float)(match.Optimum(record) / unit);
            table.Powers[row] = match.PowersOf(record, finding.Used.Scale[record]);
        }

        return table;
    }

    /// <summary>Rows whose scale is positive, in file order.</summary>
    public int[] Accepted() => [.. Enumerable.Range(0, Scale.Length).Where(row => Scale[row] > 0)];

    /// <summary>All others.</summary>
    public int[] Rejected() => [.. Enumerable.Range(0, Scale.Length).Where(row => !(Scale[row] > 0))];

    /// <summary>What is written of some rows.</summary>
    /// <param name="rows">Rows, in file order.</param>
    public ParticleUpdate UpdateOf(int[] rows) => new()
    {
        Rows = rows,
        Scale = Array.ConvertAll(rows, row => Scale[row]),
        OptimalScale = Array.ConvertAll(rows, row => Optimum[row]),
        ScaleStandardError = Array.ConvertAll(rows, row => StandardError[row]),
        Powers = Array.ConvertAll(rows, row => Powers[row]),
    };

    private static double[] Divided(double[] values, double unit) => Array.ConvertAll(values, value => value / unit);
}
