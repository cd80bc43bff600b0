namespace Plugin.Phantom.Molecules;

/// <summary>One state of the molecule: which bodies are there, and where.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Label">What a classification ought to find; states that differ only in a nuisance share it.</param>
/// <param name="Population">Default share of particles.</param>
/// <param name="Bodies">Bodies present.</param>
internal sealed record StateDesign(string Name, int Label, double Population, IReadOnlyList<Placement> Bodies);
