namespace SingleParticle.Particles;

/// <summary>The classes that a particle table carries from an earlier classification.</summary>
/// <param name="ClassIndex">Class of each particle, 0-based, in row order.</param>
/// <param name="ClassCount">Number of classes K; with only assignments known, one more than the largest class.</param>
/// <param name="Posteriors">Class posteriors [row, class], class fastest; null when the table has only assignments.</param>
public sealed record ParticleClasses(int[] ClassIndex, int ClassCount, float[]? Posteriors)
{
    /// <summary>Class posteriors of one particle; all weight on its class when only assignments are known.</summary>
    /// <param name="row">0-based row.</param>
    public float[] PosteriorsOf(int row)
    {
        if (Posteriors is not null)
            return Posteriors.AsSpan(row * ClassCount, ClassCount).ToArray();
        var posteriors = new float[ClassCount];
        posteriors[ClassIndex[row]] = 1;
        return posteriors;
    }
}
