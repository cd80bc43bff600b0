using SingleParticle.Formats;

namespace SingleParticle.Particles.Star;

/// <summary>Reads class assignments and posteriors back from a particle STAR file.</summary>
internal static class StarClasses
{
    /// <summary>The classes, or null when no classification has been written.</summary>
    /// <param name="layout">Blocks of the file.</param>
    /// <exception cref="DataFileException">A class number or posterior list cannot be read; says which.</exception>
    public static ParticleClasses? Read(StarParticleLayout layout)
    {
        var (number, list) = (layout.Particles.IndexOf(StarLabel.ClassNumber), layout.Particles.IndexOf(StarLabel.ClassPosteriors));
        if (number < 0)
            return null;
        var problems = new ProblemList();
        var values = new StarValues(layout.File, layout.Particles, problems);
        var classes = new int[layout.Particles.RowCount];
        var posteriors = new List<float>();
        for (var row = 0; row < classes.Length; row++)
        {
            values.MoveTo(row);
            classes[row] = Math.Max(0, (int)values.Whole(number, 1) - 1);
            posteriors.AddRange(values.List(list).Select(value => (float)value));
        }

        if (!problems.IsEmpty)
            throw new DataFileException(layout.File, "", string.Join("; ", problems.ToProblems()));
        var classCount = classes.Length > 0 ? posteriors.Count / classes.Length : 0;
        return classCount > 0 && classCount * classes.Length == posteriors.Count
            ? new ParticleClasses(classes, classCount, [.. posteriors])
            : new ParticleClasses(classes, classes.DefaultIfEmpty(0).Max() + 1, null);
    }
}
