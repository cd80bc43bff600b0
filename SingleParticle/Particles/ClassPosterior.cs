namespace SingleParticle.Particles;

/// <summary>What is read off the class posteriors of one particle.</summary>
public static class ClassPosterior
{
    /// <summary>Class of the largest posterior; the first one of equals.</summary>
    /// <param name="posteriors">Posteriors of one particle.</param>
    public static int LargestIndex(ReadOnlySpan<float> posteriors)
    {
        var largest = 0;
        for (var index = 1; index < posteriors.Length; index++)
        {
            if (posteriors[index] > posteriors[largest])
                largest = index;
        }

        return largest;
    }

    /// <summary>Effective number of classes of one particle, 1 / sum p², from 1 to K.</summary>
    /// <param name="posteriors">Posteriors of one particle.</param>
    public static float EffectiveSampleSize(ReadOnlySpan<float> posteriors)
    {
        var sum = 0.0;
        foreach (var posterior in posteriors)
            sum += (double)posterior * posterior;
        return sum > 0 ? (float)(1 / sum) : 0;
    }
}
