namespace Plugin.Classify3D.Schedules;

/// <summary>When full-batch EM has done its work. Section 6 of docs/method/3-classification.md.</summary>
internal static class ConvergenceTest
{
    /// <summary>Whether to stop after the last record, and why.</summary>
    /// <param name="options">Limits.</param>
    /// <param name="records">All iterations so far; the online ones among them decide nothing.</param>
    public static StopReason? Evaluate(Classify3DOptions options, IReadOnlyList<IterationRecord> records)
    {
        var full = records.Where(record => record.Kind == IterationKind.FullBatch).ToArray();
        if (full.Length > 1 && full[^1].SwitchedPercent < options.SwitchPercent)
            return StopReason.FewSwitches;
        if (options.DensityChangeCheck && full.Length > 2
            && (full[^1].DensityChange + full[^2].DensityChange) / 2 < options.DensityChangeThreshold)
            return StopReason.DensitiesSettled;
        return full.Length >= options.MaxFullIterations ? StopReason.IterationLimit : null;
    }
}
