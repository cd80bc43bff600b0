namespace SingleParticle.Estimation.Scales;

/// <summary>How much of what particles differ in is left free when scales are fitted.</summary>
/// <param name="Count">Number of components; 0 for none.</param>
/// <param name="Seed">Draws the first guess of them.</param>
public readonly record struct FreeComponents(int Count, ulong Seed)
{
    /// <summary>Finest resolution at which particles are told apart, Å.</summary>
    public const double ResolutionAngstrom = 12;

    /// <summary>Iterations in which the components are found.</summary>
    public const int IterationCount = 15;

    /// <summary>Most particles that they are found from, evenly spread over the set.</summary>
    public const int MostParticles = 20000;

    /// <summary>The particles that they are found from.</summary>
    /// <param name="records">All particles.</param>
    public static int[] SampleOf(int[] records)
    {
        var step = ((records.Length - 1) / MostParticles) + 1;
        return [.. records.Where((_, i) => i % step == 0)];
    }
}
