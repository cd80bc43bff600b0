using SingleParticle.Estimation;

namespace Plugin.Classify3D.Schedules;

/// <summary>Everything that changes from iteration to iteration; what a checkpoint holds.</summary>
internal sealed class ClassificationState
{
    /// <summary>Class maps V_k, their halves and FSC.</summary>
    public required RegularisedMap[] Classes { get; set; }

    /// <summary>Noise spectra.</summary>
    public required NoiseSpectrum Noise { get; set; }

    /// <summary>Posteriors [record, class], class fastest; empty before the first expectation step.</summary>
    public required float[] Posteriors { get; set; }

    /// <summary>Iterations done.</summary>
    public required List<IterationRecord> Records { get; init; }

    /// <summary>Number of classes K.</summary>
    public int ClassCount => Classes.Length;

    /// <summary>Sum of posteriors per class.</summary>
    public double[] ClassSizes()
    {
        var sizes = new double[ClassCount];
        for (var i = 0; i < Posteriors.Length; i++)
            sizes[i % sizes.Length] += Posteriors[i];
        return sizes;
    }
}
