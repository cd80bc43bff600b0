namespace SingleParticle.Compute;

/// <summary>A run of consecutive indices that one part of a partitioned job works on.</summary>
/// <param name="Start">First index.</param>
/// <param name="End">One past the last index.</param>
public readonly record struct IndexChunk(int Start, int End)
{
    /// <summary>How many indices the chunk holds.</summary>
    public int Count => End - Start;
}
