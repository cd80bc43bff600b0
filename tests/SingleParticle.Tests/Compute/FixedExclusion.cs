using System.Collections.Concurrent;
using SingleParticle.Compute;

namespace SingleParticle.Tests.Compute;

/// <summary>Rules the same classes out for every particle after a stage, and keeps what it was shown.</summary>
internal sealed class FixedExclusion(int stage, params int[] classes) : IClassExclusion
{
    public ConcurrentDictionary<(int Item, int Stage), double[]> Seen { get; } = [];

    public void RuleOut(int item, int currentStage, ReadOnlySpan<double> slicePower, ReadOnlySpan<double> correlation, Span<bool> ruledOut)
    {
        Seen[(item, currentStage)] = [.. slicePower];
        if (currentStage != stage) return;
        foreach (var k in classes) ruledOut[k] = true;
    }
}
