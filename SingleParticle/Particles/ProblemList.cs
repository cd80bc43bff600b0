namespace SingleParticle.Particles;

/// <summary>Gathers everything wrong with a particle source, so that all of it is reported at once.</summary>
public sealed class ProblemList
{
    private readonly LimitedMessages _problems = new();
    private readonly LimitedMessages _warnings = new();

    /// <summary>Whether nothing stands in the way of using the source.</summary>
    public bool IsEmpty => _problems.IsEmpty;

    /// <summary>Adds a problem.</summary>
    /// <param name="kind">A few words that name the kind; the first five of a kind are spelt out, the rest counted.</param>
    /// <param name="problem">File, location, found, expected, what to do.</param>
    public void Add(string kind, string problem) => _problems.Add(kind, problem);

    /// <summary>Adds something that was noticed and handled.</summary>
    /// <param name="kind">A few words that name the kind; the first five of a kind are spelt out, the rest counted.</param>
    /// <param name="warning">File, what was found, how it is handled.</param>
    public void Warn(string kind, string warning) => _warnings.Add(kind, warning);

    /// <summary>All problems, kind by kind in the order first met.</summary>
    public IReadOnlyList<string> ToProblems() => _problems.ToList();

    /// <summary>All warnings, kind by kind in the order first met.</summary>
    public IReadOnlyList<string> ToWarnings() => _warnings.ToList();
}
