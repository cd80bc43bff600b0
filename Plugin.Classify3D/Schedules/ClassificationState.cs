using Plugin.Classify3D.Maximization;
using SingleParticle.Estimation;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Schedules;

/// <summary>Everything that changes from iteration to iteration; what a checkpoint holds.</summary>
internal sealed class ClassificationState : IDisposable
{
    /// <summary>Class maps V_k, their halves and FSC.</summary>
    public required RegularisedMap[] Classes { get; set; }

    /// <summary>Noise spectra.</summary>
    public required NoiseSpectrum Noise { get; set; }

    /// <summary>
    /// Posteriors [record, class], class fastest; all 0 for a record that has not been looked at, 1 / K for a rejected one.
    /// </summary>
    public required Memory<float> Posteriors { get; init; }

    /// <summary>Iterations done.</summary>
    public required List<IterationRecord> Records { get; init; }

    /// <summary>Running statistics of online EM; null before it and after it.</summary>
    public ClassStatistics? OnlineStatistics { get; set; }

    /// <summary>Where classes differ, a gain for every voxel; null before it has been estimated.</summary>
    public Volume? Heterogeneity { get; set; }

    /// <summary>
    /// Rise of a particle's log-likelihoods through its own share of the maps, [stage of comparison, class it is in, class]; empty where
    /// the maps do not stem from <see cref="Posteriors"/>.
    /// </summary>
    public double[] Leverage { get; set; } = [];

    /// <summary>Number of classes K.</summary>
    public int ClassCount => Classes.Length;

    /// <summary>The state before the first iteration.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="classes">Maps to start from.</param>
    public static ClassificationState Start(ClassificationProblem problem, RegularisedMap[] classes)
    {
        var posteriors = problem.Tables.Create(problem.Scale.Length, classes.Length);
        for (var record = 0; record < problem.Scale.Length; record++)
        {
            if (problem.Scale[record] <= 0)
                posteriors.Span.Slice(record * classes.Length, classes.Length).Fill(1f / classes.Length);
        }

        return new() { Classes = classes, Noise = problem.Consensus.Noise, Posteriors = posteriors, Records = [] };
    }

    /// <summary>Takes in what maximisation gave.</summary>
    /// <param name="maps">Maps made from the posteriors that the state holds, or in online EM from those of many batches.</param>
    public void Take(ClassMapSet maps) => (Classes, Heterogeneity, Leverage) = (maps.Classes, maps.Heterogeneity, maps.Leverage);

    /// <summary>Frees the running statistics; full-batch EM starts afresh.</summary>
    public void DropOnlineStatistics()
    {
        OnlineStatistics?.Dispose();
        OnlineStatistics = null;
    }

    /// <summary>Sum of posteriors per class.</summary>
    public double[] ClassSizes()
    {
        var sizes = new double[ClassCount];
        var posteriors = Posteriors.Span;
        for (var i = 0; i < posteriors.Length; i++)
            sizes[i % sizes.Length] += posteriors[i];
        return sizes;
    }

    /// <summary>Frees what is not managed.</summary>
    public void Dispose() => DropOnlineStatistics();
}
