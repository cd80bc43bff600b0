namespace SingleParticle.Nodes.Pictures;

/// <summary>Two branches that join.</summary>
/// <param name="First">A branch: below the number of leaves a leaf, from there on the join number First - leaves.</param>
/// <param name="Second">The other branch.</param>
/// <param name="Height">Where they join.</param>
public sealed record DendrogramMerge(int First, int Second, double Height);
