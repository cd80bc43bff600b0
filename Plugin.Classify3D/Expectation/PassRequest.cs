using Plugin.Classify3D.Maximization;

namespace Plugin.Classify3D.Expectation;

/// <summary>Which particles a pass visits, and where what it finds goes.</summary>
internal sealed record PassRequest
{
    /// <summary>Records to visit, in the order they are read; ascending reads the cache forwards.</summary>
    public required int[] Records { get; init; }

    /// <summary>Posteriors [record, class] of the whole data set; those of visited records are renewed in place.</summary>
    /// <remarks>A record whose posteriors are all 0 has not been visited before.</remarks>
    public required Memory<float> Posteriors { get; init; }

    /// <summary>Receives num and den; null for expectation alone. With class similarity they must have a common part.</summary>
    public required ClassStatistics? Statistics { get; init; }

    /// <summary>Weight of each particle in the statistics; 1 in a full pass, more in a batch that speaks for all particles.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Class similarity beta: the part of each particle that goes to all classes equally.</summary>
    public double ClassSimilarity { get; init; }

    /// <summary>Whether posteriors are put to 0 or 1.</summary>
    public Hardening Hardening { get; init; }
}
