namespace Plugin.Phantom.Comparison;

/// <summary>The truth about one particle.</summary>
/// <param name="State">State, 0-based.</param>
/// <param name="Label">What a classification ought to find, 0-based.</param>
/// <param name="Scale">Scale (contrast).</param>
internal readonly record struct TruthRow(int State, int Label, double Scale);
