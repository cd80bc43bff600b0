namespace Plugin.Phantom.Comparison;

/// <summary>One figure of a comparison.</summary>
/// <param name="Name">Name in snake_case, for programs.</param>
/// <param name="Value">The figure; NaN when it has no meaning, the correlation with a constant for instance.</param>
/// <param name="Meaning">What it is, for people.</param>
internal readonly record struct Measure(string Name, double Value, string Meaning);
