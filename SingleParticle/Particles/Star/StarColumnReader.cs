using SingleParticle.Formats;

namespace SingleParticle.Particles.Star;

/// <summary>Reads single columns of a particle STAR file by what they mean.</summary>
internal static class StarColumnReader
{
    /// <summary>Numbers of every row; null when the file has none.</summary>
    /// <param name="layout">Blocks of the file.</param>
    /// <param name="quantity">Which.</param>
    /// <exception cref="DataFileException">A value is no number; says which.</exception>
    public static double[]? Numbers(StarParticleLayout layout, ParticleQuantity quantity)
    {
        var label = quantity == ParticleQuantity.Scale ? StarLabel.Scale : StarLabel.ScaleStandardError;
        if (!layout.Particles.Has(label))
            return null;
        var problems = new ProblemList();
        var values = new StarValues(layout.File, layout.Particles, problems);
        var (column, numbers) = (layout.Particles.IndexOf(label), new double[layout.Particles.RowCount]);
        for (var row = 0; row < numbers.Length; row++)
        {
            values.MoveTo(row);
            numbers[row] = values.Number(column, absent: 0);
        }

        return problems.IsEmpty ? numbers : throw new DataFileException(layout.File, label, string.Join("; ", problems.ToProblems()));
    }

    /// <summary>Name of every row's micrograph; null when the file names none.</summary>
    /// <param name="layout">Blocks of the file.</param>
    public static string[]? Micrographs(StarParticleLayout layout) => layout.Particles.Has(StarLabel.MicrographName)
        ? [.. Enumerable.Range(0, layout.Particles.RowCount).Select(row => layout.Particles.Text(row, StarLabel.MicrographName))]
        : null;
}
