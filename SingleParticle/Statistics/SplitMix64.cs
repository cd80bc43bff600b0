namespace SingleParticle.Statistics;

/// <summary>The SplitMix64 generator: spreads a seed over all 64 bits.</summary>
/// <remarks>Source: Steele, Lea, Flood 2014, DOI 10.1145/2660193.2660195.</remarks>
internal static class SplitMix64
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>Advances a state and returns its next number.</summary>
    /// <param name="state">The generator's state.</param>
    public static ulong Next(ref ulong state) => Mix(state += GoldenGamma);

    /// <summary>The bijective finaliser: every input bit changes every output bit with probability near one half.</summary>
    /// <param name="z">Any number.</param>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
