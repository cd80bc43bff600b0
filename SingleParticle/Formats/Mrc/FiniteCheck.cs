using System.Numerics;

namespace SingleParticle.Formats.Mrc;

/// <summary>Finds densities that are no numbers; one of them would spread through every Fourier transform.</summary>
internal static class FiniteCheck
{
    /// <summary>The index of the first infinity or NaN, or -1.</summary>
    public static int IndexOfFirstNonFinite(ReadOnlySpan<float> values)
    {
        if (IsFinite(values))
            return -1;
        for (var index = 0; index < values.Length; index++)
        {
            if (!float.IsFinite(values[index]))
                return index;
        }

        return -1;
    }

    // x - x is 0 for every number, NaN for infinity and NaN; NaN stays in the sum.
    private static bool IsFinite(ReadOnlySpan<float> values)
    {
        var index = 0;
        var sum = 0f;
        if (Vector.IsHardwareAccelerated)
        {
            var sums = Vector<float>.Zero;
            for (; index <= values.Length - Vector<float>.Count; index += Vector<float>.Count)
            {
                var vector = new Vector<float>(values[index..]);
                sums += vector - vector;
            }

            sum = Vector.Sum(sums);
        }

        for (; index < values.Length; index++)
            sum += values[index] - values[index];
        return !float.IsNaN(sum);
    }
}
