using Host.Runner.Execution;

namespace Host.Runner.Commands.Running;

/// <summary>Stages of a step in words.</summary>
internal static class StageText
{
    /// <summary>"online EM > epoch 2".</summary>
    /// <param name="levels">Stages, outermost first.</param>
    public static string Path(IReadOnlyList<ProgressLevel> levels) => string.Join(" > ", levels.Select(level => level.Title));

    /// <summary>"45 %", or nothing when it is not known.</summary>
    /// <param name="level">A stage.</param>
    public static string Percent(ProgressLevel level) => Fraction(level) is { } done ? $"{Quantity.Count((long)(100 * done))} %" : "";

    /// <summary>Share of a stage that is done, 0 to 1; null when it is not known.</summary>
    /// <param name="level">A stage.</param>
    public static double? Fraction(ProgressLevel level) => level.Total > 0 ? Math.Clamp(level.Done / level.Total, 0, 1) : null;
}
