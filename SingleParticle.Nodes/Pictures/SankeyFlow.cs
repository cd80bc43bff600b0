namespace SingleParticle.Nodes.Pictures;

/// <summary>A stream from a node of one column to a node of the next.</summary>
/// <param name="From">Node in the left column.</param>
/// <param name="To">Node in the right column.</param>
/// <param name="Amount">How much.</param>
public readonly record struct SankeyFlow(int From, int To, double Amount);
