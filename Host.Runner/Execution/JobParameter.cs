namespace Host.Runner.Execution;

/// <summary>A parameter in a job record.</summary>
/// <param name="Name">Canonical name.</param>
/// <param name="Value">Canonical text.</param>
/// <param name="Origin">Where the value comes from.</param>
/// <param name="AffectsResult">Whether it is part of the key.</param>
public sealed record JobParameter(string Name, string Value, string Origin, bool AffectsResult);
