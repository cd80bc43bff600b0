namespace Testing.Jobs;

/// <summary>One point of a series that a job told of.</summary>
/// <param name="Series">Name with unit.</param>
/// <param name="Step">Abscissa.</param>
/// <param name="Value">The value.</param>
public sealed record RecordedMetric(string Series, double Step, double Value);
