namespace Plugin.Classify3D.Schedules;

/// <summary>What one iteration did, for the record and the plots.</summary>
public sealed record IterationRecord
{
    /// <summary>1-based iteration.</summary>
    public required int Iteration { get; init; }

    /// <summary>Sum of posteriors per class, scaled to all classified particles.</summary>
    public required double[] ClassSizes { get; init; }

    /// <summary>Particles looked at whose most likely class changed, %; those never looked at before count as changed.</summary>
    public required double SwitchedPercent { get; init; }

    /// <summary>Class-size-weighted RMS change of density relative to the consensus' RMS.</summary>
    public required double DensityChange { get; init; }

    /// <summary>Mean over particles of the effective sample size over classes.</summary>
    public required double MeanEffectiveSampleSize { get; init; }

    /// <summary>Mean log-likelihood per particle, up to a constant that depends on the noise only.</summary>
    public required double MeanLogLikelihood { get; init; }

    /// <summary>Resolution at which each class' FSC falls below 0.143, Å.</summary>
    public required double[] ResolutionsAngstrom { get; init; }

    /// <summary>Whether it looked at a batch or at all particles.</summary>
    public IterationKind Kind { get; init; } = IterationKind.FullBatch;

    /// <summary>Share of the batch in the statistics, eta; 1 when the statistics are those of this iteration alone.</summary>
    public double LearningRate { get; init; } = 1;

    /// <summary>Class similarity beta: the part of each particle that went to all classes equally.</summary>
    public double ClassSimilarity { get; init; }

    /// <summary>How particles moved between classes, of those looked at; empty when they had no class before.</summary>
    public ClassMove[] Moves { get; init; } = [];
}
