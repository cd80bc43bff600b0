using Plugin.Classify3D.Expectation;

namespace Plugin.Classify3D.Schedules;

/// <summary>The pull that keeps classes alike while online EM is young. Equations 12 and 13 of docs/method/3-classification.md.</summary>
internal static class ClassSimilarity
{
    private const int BisectionSteps = 40;

    /// <summary>beta of an online iteration: falls in equal steps and is 0 from the end iteration, or the end of online EM, on.</summary>
    /// <param name="initial">beta of iteration 0.</param>
    /// <param name="endIteration">First iteration without any.</param>
    /// <param name="iteration">0-based iteration.</param>
    /// <param name="iterationCount">Number of online iterations.</param>
    public static double At(double initial, int endIteration, int iteration, int iterationCount)
    {
        var end = Math.Min(endIteration, iterationCount);
        return iteration < end ? initial * (end - iteration) / end : 0;
    }

    /// <summary>The smallest beta, no smaller than a given one, at which the mean effective sample size reaches a target.</summary>
    /// <param name="posteriors">Posteriors [record, class] of the whole data set.</param>
    /// <param name="records">Records to average over.</param>
    /// <param name="classCount">K.</param>
    /// <param name="smallest">Smallest beta.</param>
    /// <param name="targetFraction">Target as a fraction of K.</param>
    public static double Tuned(ReadOnlyMemory<float> posteriors, int[] records, int classCount, double smallest, double targetFraction)
    {
        var (low, high) = (smallest, 1.0);
        if (MeanEffectiveSampleSize(low) >= targetFraction * classCount)
            return low;
        for (var step = 0; step < BisectionSteps; step++)
        {
            var middle = (low + high) / 2;
            if (MeanEffectiveSampleSize(middle) < targetFraction * classCount)
                low = middle;
            else
                high = middle;
        }

        return high;

        double MeanEffectiveSampleSize(double similarity)
        {
            Span<float> pulled = new float[classCount];
            var sum = 0.0;
            foreach (var record in records)
            {
                posteriors.Span.Slice(record * classCount, classCount).CopyTo(pulled);
                ClassPosteriors.Pull(pulled, similarity);
                sum += ClassPosteriors.EffectiveSampleSize(pulled);
            }

            return sum / records.Length;
        }
    }
}
