namespace SingleParticle.Masks;

/// <summary>Finds a density by its rank, in time linear in the number of voxels and without copying them.</summary>
internal static class RankSelection
{
    private const int HalfBits = 16;
    private const int BinCount = 1 << HalfBits;

    /// <summary>The k-th largest value.</summary>
    /// <param name="values">Finite values.</param>
    /// <param name="rank">1 for the largest, up to the number of values.</param>
    public static float Largest(ReadOnlySpan<float> values, int rank)
    {
        // A float's bits, ordered as the numbers are: first the upper half decides, then the lower half of those that tie.
        var counts = new int[BinCount];
        foreach (var value in values)
            counts[Ordered(value) >> HalfBits]++;
        var upper = BinOf(counts, ref rank);
        Array.Clear(counts);
        foreach (var value in values)
        {
            var bits = Ordered(value);
            if (bits >> HalfBits == upper)
                counts[bits & (BinCount - 1)]++;
        }

        return FromOrdered((upper << HalfBits) | BinOf(counts, ref rank));
    }

    private static uint BinOf(int[] counts, ref int rank)
    {
        var bin = BinCount - 1;
        while (counts[bin] < rank)
            rank -= counts[bin--];
        return (uint)bin;
    }

    private static uint Ordered(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value + 0f);
        return (bits & 0x80000000) != 0 ? ~bits : bits | 0x80000000;
    }

    private static float FromOrdered(uint bits) =>
        BitConverter.UInt32BitsToSingle((bits & 0x80000000) != 0 ? bits & 0x7FFFFFFF : ~bits);
}
