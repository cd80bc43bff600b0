using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector512<double>;

namespace SingleParticle.Estimation.Subspace.Mixtures;

/// <summary>Sums over lists of numbers of eight particles at a time; particles are never mixed but by <see cref="Sum"/>.</summary>
/// <remarks>Products are fused with sums on every processor, so that all give the same bits.</remarks>
internal static class LaneSums
{
    /// <summary>start - sum x y.</summary>
    public static Lanes SubtractProducts(Lanes start, ReadOnlySpan<Lanes> x, ReadOnlySpan<Lanes> y)
    {
        y = y[..x.Length];
        for (var i = 0; i < x.Length; i++)
            start = Vector512.FusedMultiplyAdd(-x[i], y[i], start);
        return start;
    }

    /// <summary>target += factor x.</summary>
    public static void AddScaled(ReadOnlySpan<Lanes> x, Lanes factor, Span<Lanes> target)
    {
        target = target[..x.Length];
        for (var i = 0; i < x.Length; i++)
            target[i] = Vector512.FusedMultiplyAdd(x[i], factor, target[i]);
    }

    /// <summary>target += factor x, x the same for every particle.</summary>
    public static void AddScaled(ReadOnlySpan<double> x, Lanes factor, Span<Lanes> target)
    {
        target = target[..x.Length];
        for (var i = 0; i < x.Length; i++)
            target[i] = Vector512.FusedMultiplyAdd(Vector512.Create(x[i]), factor, target[i]);
    }

    /// <summary>The sum over particles, in a fixed order.</summary>
    public static double Sum(Lanes values)
    {
        var sum = 0.0;
        for (var lane = 0; lane < Lanes.Count; lane++)
            sum += values[lane];
        return sum;
    }
}
