using SingleParticle.Particles;

namespace Plugin.Classify3D.Evidence;

/// <summary>How far classes share their particles. Equations 6.1 and 6.2 of docs/method/6-evidence.md.</summary>
internal static class PosteriorOverlap
{
    /// <summary>sum_i p_ik p_il over the root of sum_i p_ik² sum_i p_il², [k, l]: 1 for classes that no particle tells apart.</summary>
    /// <param name="problem">What stayed fixed.</param>
    /// <param name="posteriors">Posteriors [record, class].</param>
    /// <param name="classCount">K.</param>
    public static double[,] Cosines(ClassificationProblem problem, ReadOnlyMemory<float> posteriors, int classCount) =>
        Cosines(Products(problem.UsableRecords, posteriors, classCount, _ => 1));

    /// <summary>The same over all rows of a table.</summary>
    /// <param name="posteriors">Posteriors [row, class].</param>
    /// <param name="classCount">K.</param>
    public static double[,] Cosines(ReadOnlyMemory<float> posteriors, int classCount) =>
        Cosines(Products(Enumerable.Range(0, posteriors.Length / classCount), posteriors, classCount, _ => 1));

    /// <summary>o_kl of a half-set: sum_i a_i² p_ik p_il over sum_i a_i² p_ik, [k, l]; every row sums to 1.</summary>
    /// <param name="problem">What stayed fixed.</param>
    /// <param name="posteriors">Posteriors [record, class].</param>
    /// <param name="classCount">K.</param>
    /// <param name="half">Half-set.</param>
    public static double[,] Shares(ClassificationProblem problem, ReadOnlyMemory<float> posteriors, int classCount, HalfSet half)
    {
        var halves = problem.Engine.Data.HalfSets;
        var shares = Products(problem.UsableRecords, posteriors, classCount, Weight);
        for (var k = 0; k < classCount; k++)
        {
            var total = Enumerable.Range(0, classCount).Sum(l => shares[k, l]);
            for (var l = 0; l < classCount; l++)
                shares[k, l] = total > 0 ? shares[k, l] / total : k == l ? 1 : 0;
        }

        return shares;

        double Weight(int record) => halves[record] == half ? problem.Scale[record] * problem.Scale[record] : 0;
    }

    private static double[,] Cosines(double[,] sums)
    {
        var classCount = sums.GetLength(0);
        var cosines = new double[classCount, classCount];
        for (var k = 0; k < classCount; k++)
        {
            for (var l = 0; l < classCount; l++)
                cosines[k, l] = k == l ? 1 : sums[k, l] / Math.Max(double.Epsilon, Math.Sqrt(sums[k, k] * sums[l, l]));
        }

        return cosines;
    }

    private static double[,] Products(
        IEnumerable<int> records, ReadOnlyMemory<float> posteriors, int classCount, Func<int, double> weightOf)
    {
        var sums = new double[classCount, classCount];
        foreach (var record in records)
        {
            var (weight, of) = (weightOf(record), posteriors.Slice(record * classCount, classCount));
            if (weight > 0)
                Add(sums, of.Span, weight);
        }

        return sums;
    }

    private static void Add(double[,] sums, ReadOnlySpan<float> posteriors, double weight)
    {
        for (var k = 0; k < posteriors.Length; k++)
        {
            // Nearly all posteriors are nothing: what they would add is lost in rounding anyway.
            if (posteriors[k] < 1e-6f)
                continue;
            for (var l = 0; l < posteriors.Length; l++)
                sums[k, l] += weight * posteriors[k] * posteriors[l];
        }
    }
}
