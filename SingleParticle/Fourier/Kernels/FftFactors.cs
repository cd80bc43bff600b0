using System.Numerics;

namespace SingleParticle.Fourier.Kernels;

/// <summary>Factors a transform length into the radices of its passes.</summary>
internal static class FftFactors
{
    /// <summary>The radices whose product is the length: eights and fours, at most one two, then fives, threes and other primes.</summary>
    /// <param name="length">At least 1.</param>
    public static int[] Of(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        var radices = new List<int>();
        var twoCount = BitOperations.TrailingZeroCount(length);
        AddPowersOfTwo(radices, twoCount);
        var rest = length >> twoCount;
        foreach (var radix in (ReadOnlySpan<int>)[5, 3])
            rest = Divide(radices, rest, radix);
        for (var prime = 7; rest > 1; prime += 2)
            rest = Divide(radices, rest, (long)prime * prime > rest ? rest : prime);
        return [.. radices];
    }

    // A trailing two costs a whole pass over memory, so 16 is taken as 4 x 4, not as 8 x 2.
    private static void AddPowersOfTwo(List<int> radices, int twoCount)
    {
        var fourCount = twoCount == 1 ? 0 : (3 - (twoCount % 3)) % 3;
        for (var i = 0; i < (twoCount - (2 * fourCount)) / 3; i++)
            radices.Add(8);
        for (var i = 0; i < fourCount; i++)
            radices.Add(4);
        if (twoCount == 1)
            radices.Add(2);
    }

    private static int Divide(List<int> radices, int rest, int radix)
    {
        while (rest % radix == 0 && rest > 1)
        {
            radices.Add(radix);
            rest /= radix;
        }

        return rest;
    }
}
