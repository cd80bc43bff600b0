using SingleParticle.Formats;
using SingleParticle.Formats.Star;

namespace SingleParticle.Particles.Star;

/// <summary>Reads particles from a RELION STAR file, of 3.1 and later or of 3.0 and earlier.</summary>
public static class StarParticleReader
{
    /// <summary>Reads and checks a particle file; everything wrong with it is reported at once.</summary>
    /// <param name="source">One STAR file under every slot.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static ParticleReading Read(ParticleSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var problems = new ProblemList();
        var set = Read(source, problems, cancellationToken);
        return new ParticleReading(problems.IsEmpty ? set : null, problems.ToProblems(), problems.ToWarnings());
    }

    private static ParticleSet? Read(ParticleSource source, ProblemList problems, CancellationToken cancellationToken)
    {
        if (FindFile(source, problems) is not { } file || ReadDocument(file, problems, cancellationToken) is not { } document)
            return null;
        if (StarParticleLayout.Find(document, problems) is not { } layout)
            return null;
        var rows = new StarParticleRows(layout, new ImagePathResolver(file, source.SearchRoots), problems).Read(cancellationToken);
        if (!layout.Particles.Has(StarLabel.ImageName))
            return null;
        var groups = ParticleChecks.Run(rows, problems, cancellationToken);
        return new ParticleSet(rows.Particles, groups, rows.ImageFiles, new StarParticleTable(layout, rows));
    }

    private static string? FindFile(ParticleSource source, ProblemList problems)
    {
        var files = source.SlotFiles.Values.Distinct(StringComparer.Ordinal).ToArray();
        if (files.Length == 1)
            return files[0];
        problems.Add("one file expected", files.Length == 0
            ? "the particle source names no file; connect a particle file"
            : $"the slots of the particles come from {string.Join(", ", files)}; a STAR file holds all of them, so give one file only");
        return null;
    }

    private static StarDocument? ReadDocument(string file, ProblemList problems, CancellationToken cancellationToken)
    {
        try
        {
            return StarReader.Read(file, cancellationToken);
        }
        catch (DataFileException exception)
        {
            problems.Add("file cannot be read", exception.Message);
            return null;
        }
    }
}
