namespace SingleParticle.Particles.Star;

/// <summary>A STAR column made of a function of the row.</summary>
/// <param name="Label">Label without its leading underscore.</param>
/// <param name="Text">Value of a row, without quotes.</param>
internal sealed record StarTextColumn(string Label, Func<int, string> Text);
