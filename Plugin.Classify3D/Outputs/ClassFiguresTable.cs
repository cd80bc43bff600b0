using Plugin.Classify3D.Expectation;
using SingleParticle.Nodes.Tables;

namespace Plugin.Classify3D.Outputs;

/// <summary>Sizes, certainty and resolution of all classes.</summary>
internal static class ClassFiguresTable
{
    /// <summary>The figures of every class, in delivered order.</summary>
    /// <param name="result">The classification.</param>
    public static ClassFigures[] Of(Classification result)
    {
        var (sums, own, ess, counts) = (
            new double[result.ClassCount], new double[result.ClassCount], new double[result.ClassCount], new int[result.ClassCount]);
        var accepted = result.AcceptedRows();
        foreach (var row in accepted)
        {
            var posteriors = result.PosteriorsOf(row);
            var best = result.ClassIndex[row];
            for (var k = 0; k < sums.Length; k++)
                sums[k] += posteriors[k];
            own[best] += posteriors[best];
            ess[best] += ClassPosteriors.EffectiveSampleSize(posteriors);
            counts[best]++;
        }

        return
        [
            .. Enumerable.Range(0, result.ClassCount).Select(k => new ClassFigures(
                k,
                counts[k],
                (double)counts[k] / Math.Max(1, accepted.Length),
                sums[k],
                own[k] / counts[k],
                ess[k] / counts[k],
                result.Classes[k].ResolutionAngstrom)),
        ];
    }

    /// <summary>The figures as a table, one row a class.</summary>
    /// <param name="figures">Figures of every class.</param>
    public static CsvTable ToCsv(IReadOnlyList<ClassFigures> figures)
    {
        var table = new CsvTable(
            "class", "particles", "share", "posterior_sum", "mean_posterior", "mean_class_ess", "resolution_angstrom");
        foreach (var of in figures)
            table.Add(
                of.ClassIndex + 1,
                of.ParticleCount,
                of.Share,
                of.PosteriorSum,
                of.MeanPosterior,
                of.MeanEffectiveSampleSize,
                of.ResolutionAngstrom);
        return table;
    }
}
