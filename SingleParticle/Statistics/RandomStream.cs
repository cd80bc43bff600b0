namespace SingleParticle.Statistics;

/// <summary>A reproducible stream of random numbers, from which independent streams can be split by key.</summary>
/// <remarks>
/// xoshiro256** (Blackman, Vigna 2021, DOI 10.1145/3460772), seeded through SplitMix64 (Steele, Lea, Flood 2014,
/// DOI 10.1145/2660193.2660195). A stream is named by a seed and a path of keys, for instance (seed, iteration, particle): the same
/// name gives the same numbers on any machine and in any order of use. Not thread-safe: split one stream per part of the work.
/// </remarks>
public sealed class RandomStream
{
    private const ulong PathStep = 0xD1342543DE82EF95;
    private readonly ulong _name;
    private Xoshiro256 _generator;
    private double _spareGaussian = double.NaN;

    /// <summary>The stream with a name.</summary>
    /// <param name="seed">The run's seed; 0 is as good as any.</param>
    /// <param name="path">Keys below the seed; equal to splitting by each key in turn.</param>
    public RandomStream(ulong seed, params ReadOnlySpan<ulong> path)
    {
        var name = SplitMix64.Mix(seed);
        foreach (var key in path)
            name = Extend(name, key);
        _name = name;
        _generator = Generator(name);
    }

    private RandomStream(ulong name, Xoshiro256 generator) => (_name, _generator) = (name, generator);

    /// <summary>The stream one key further down the path.</summary>
    /// <param name="key">Any number, for instance a particle's index.</param>
    /// <remarks>Depends on this stream's name only, not on how many numbers have been drawn from it.</remarks>
    public RandomStream Split(ulong key)
    {
        var name = Extend(_name, key);
        return new RandomStream(name, Generator(name));
    }

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64() => _generator.Next();

    /// <summary>A uniform number in [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A uniform integer in [0, n), without bias.</summary>
    /// <param name="n">How many values there are; at least 1.</param>
    /// <remarks>Source: Lemire 2019, DOI 10.1145/3230636.</remarks>
    public int NextInt(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var range = (ulong)n;
        var high = Math.BigMul(NextUInt64(), range, out var low);
        if (low < range)
        {
            var rejectBelow = (0 - range) % range;
            while (low < rejectBelow)
                high = Math.BigMul(NextUInt64(), range, out low);
        }

        return (int)high;
    }

    /// <summary>A normal number with mean 0 and variance 1.</summary>
    /// <remarks>Polar method: Marsaglia, Bray 1964, DOI 10.1137/1006063.</remarks>
    public double NextGaussian()
    {
        if (!double.IsNaN(_spareGaussian))
        {
            var spare = _spareGaussian;
            _spareGaussian = double.NaN;
            return spare;
        }

        while (true)
        {
            var u = (2 * NextDouble()) - 1;
            var v = (2 * NextDouble()) - 1;
            var squared = (u * u) + (v * v);
            if (squared is >= 1 or 0)
                continue;
            var factor = Math.Sqrt(-2 * Math.Log(squared) / squared);
            _spareGaussian = v * factor;
            return u * factor;
        }
    }

    /// <summary>Puts items into random order, every order equally likely (Fisher, Yates).</summary>
    /// <param name="items">Items, reordered in place.</param>
    public void Shuffle(Span<int> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = NextInt(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong Extend(ulong name, ulong key) => SplitMix64.Mix((name * PathStep) + SplitMix64.Mix(key + PathStep));

    private static Xoshiro256 Generator(ulong name)
    {
        var state = name;
        return new Xoshiro256(
            SplitMix64.Next(ref state), SplitMix64.Next(ref state), SplitMix64.Next(ref state), SplitMix64.Next(ref state));
    }
}
