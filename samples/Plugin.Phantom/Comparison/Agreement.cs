using SingleParticle.Particles;
using SingleParticle.Statistics;

namespace Plugin.Phantom.Comparison;

/// <summary>How well classes and scales agree with the truth.</summary>
internal static class Agreement
{
    /// <summary>Particles in every class with every label, [class, label].</summary>
    /// <param name="particles">Particles with their truth.</param>
    /// <param name="classes">Their classes.</param>
    public static long[,] Counts(MatchedParticles particles, ParticleClasses classes)
    {
        var counts = new long[classes.ClassCount, particles.TruthCount];
        for (var i = 0; i < particles.Count; i++)
            counts[classes.ClassIndex[i], particles.Truth[i]]++;
        return counts;
    }

    /// <summary>All figures.</summary>
    /// <param name="particles">Particles with their truth.</param>
    public static IReadOnlyList<Measure> Measures(MatchedParticles particles) =>
        [.. particles.Classes is { } classes ? OfClasses(particles, classes) : [], .. OfScale(particles)];

    private static IEnumerable<Measure> OfClasses(MatchedParticles particles, ParticleClasses classes)
    {
        var counts = Counts(particles, classes);
        var pure = Enumerable.Range(0, classes.ClassCount).Sum(
            k => Enumerable.Range(0, particles.TruthCount).Max(label => counts[k, label]));
        yield return new(
            "adjusted_rand_index",
            AdjustedRandIndex.Of(classes.ClassIndex, particles.Truth),
            "agreement of classes and truth: 1 = the same, 0 = chance");
        yield return new(
            "accuracy",
            (double)BestMatching.CountOf(counts) / particles.Count,
            "fraction of particles in the class paired with their label, each label with one class");
        yield return new("purity", (double)pure / particles.Count, "fraction of particles with the most frequent label of their class");
        if (classes.Posteriors is not null)
        {
            yield return new(
                "mean_posterior",
                Enumerable.Range(0, particles.Count).Average(i => (double)classes.PosteriorsOf(i).Max()),
                "mean of the largest class posterior: accuracy that the classification claims");
        }

        yield return new(
            "scale_explained_by_class",
            ScaleStatistics.ExplainedByClass(particles.TrueScale, classes.ClassIndex),
            "fraction of the variance of the true scale between classes: 0 = classes do not follow scale");
    }

    private static IEnumerable<Measure> OfScale(MatchedParticles particles)
    {
        yield return new(
            "scale_correlation",
            ScaleStatistics.Correlation(particles.TrueScale, particles.Scale),
            "correlation of scale with true scale");
        yield return new(
            "scale_error",
            ScaleStatistics.RelativeError(particles.TrueScale, particles.Scale),
            "root mean square error of the scale over its mean, both divided by their mean");
    }
}
