using System.Numerics;

namespace SingleParticle.Fourier;

/// <summary>Box sizes that transform fast.</summary>
public static class BoxSizes
{
    /// <summary>The smallest even 2^a 3^b 5^c of at least a minimum.</summary>
    /// <param name="minimum">Pixels, up to 2^30.</param>
    public static int SmallestFast(int minimum)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minimum, 1 << 30);
        var box = Math.Max(2, minimum + (minimum & 1));
        while (!IsFast(box))
            box += 2;
        return box;
    }

    private static bool IsFast(int box)
    {
        var rest = box >> BitOperations.TrailingZeroCount(box);
        while (rest % 3 == 0)
            rest /= 3;
        while (rest % 5 == 0)
            rest /= 5;
        return rest == 1;
    }
}
