namespace Plugin.Classify3D.Schedules;

/// <summary>How much a batch counts against what earlier batches have left.</summary>
internal static class LearningRate
{
    /// <summary>eta of an online iteration: eta_0 2^(-t / (h T)). Equation 10 of docs/method/3-classification.md.</summary>
    /// <param name="options">Initial rate and half-life.</param>
    /// <param name="iteration">t, 0-based.</param>
    /// <param name="iterationCount">T, number of online iterations.</param>
    public static double At(Classify3DOptions options, int iteration, int iterationCount)
    {
        var halfLife = options.OnlineHalfLifePercent / 100 * iterationCount;
        return options.OnlineLearningRate * (halfLife > 0 ? Math.Pow(2, -iteration / halfLife) : 1);
    }
}
