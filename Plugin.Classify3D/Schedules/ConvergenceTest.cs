namespace Plugin.Classify3D.Schedules;

/// <summary>When full-batch EM has done its work. Section 6 of docs/method/3-classification.md.</summary>
internal static class ConvergenceTest
{
    /// <summary>Whether to stop after the last record, and why.</summary>
    /// <param name="options">Limits.</param>
    /// <param name="records">All iterations so far, at least one.</param>
    public static StopReason? Evaluate(Classify3DOptions options, IReadOnlyList<IterationRecord> records)
    {
        var last = records[^1];
        if (records.Count > 1 && last.SwitchedPercent < options.SwitchPercent)
            return StopReason.FewSwitches;
        if (options.DensityChangeCheck && records.Count > 2
            && (last.DensityChange + records[^2].DensityChange) / 2 < options.DensityChangeThreshold)
            return StopReason.DensitiesSettled;
        return records.Count >= options.MaxFullIterations ? StopReason.IterationLimit : null;
    }
}
