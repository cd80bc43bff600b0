using Host.Runner.Execution;

namespace Host.Runner.Commands.Running;

/// <summary>How far a step is at one moment.</summary>
/// <param name="Step">Its name.</param>
/// <param name="Elapsed">How long it is at work.</param>
/// <param name="Levels">The stages it is in, outermost first.</param>
/// <param name="Metrics">The latest value of the latest series.</param>
internal sealed record ProgressView(
    string Step, TimeSpan Elapsed, IReadOnlyList<ProgressLevel> Levels, IReadOnlyList<(string Series, double Value)> Metrics);
