using Plugin.Classify3D.Schedules;
using SingleParticle.Nodes.Tables;

namespace Plugin.Classify3D.Outputs;

/// <summary>What every iteration did, as a table.</summary>
internal static class IterationTable
{
    /// <summary>One row an iteration; classes are numbered as they are delivered.</summary>
    /// <param name="result">The classification.</param>
    public static CsvTable Of(Classification result)
    {
        var numbers = Enumerable.Range(1, result.ClassCount).ToList();
        var table = new CsvTable(
            [
                "iteration", "kind", "learning_rate", "class_similarity", "mean_log_likelihood", "switched_percent", "density_change",
                "mean_class_ess",
                .. numbers.Select(k => FormattableString.Invariant($"size_class_{k}")),
                .. numbers.Select(k => FormattableString.Invariant($"resolution_class_{k}_angstrom")),
            ]);
        foreach (var record in result.Records)
            table.Add(
                [
                    record.Iteration, KindText(record.Kind), record.LearningRate, record.ClassSimilarity,
                    record.MeanLogLikelihood, record.SwitchedPercent, record.DensityChange, record.MeanEffectiveSampleSize,
                    .. result.Order.Select(k => (object?)record.ClassSizes[k]),
                    .. result.Order.Select(k => (object?)record.ResolutionsAngstrom[k]),
                ]);
        return table;
    }

    private static string KindText(IterationKind kind) => kind == IterationKind.Online ? "online" : "full";
}
