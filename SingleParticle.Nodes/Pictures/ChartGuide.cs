namespace SingleParticle.Nodes.Pictures;

/// <summary>A straight line across a chart that marks a value.</summary>
/// <param name="Axis">Axis on which the value lies.</param>
/// <param name="Value">The value.</param>
/// <param name="Label">What it says; may be empty.</param>
public sealed record ChartGuide(GuideAxis Axis, double Value, string Label = "");
