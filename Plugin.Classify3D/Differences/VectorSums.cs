using System.Numerics;
using System.Runtime.InteropServices;

namespace Plugin.Classify3D.Differences;

/// <summary>Sums over lists of numbers.</summary>
internal static class VectorSums
{
    /// <summary>sum x y.</summary>
    public static double Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var (sum, done) = (0.0, 0);
        if (Vector.IsHardwareAccelerated)
        {
            var xs = MemoryMarshal.Cast<float, Vector<float>>(x);
            var ys = MemoryMarshal.Cast<float, Vector<float>>(y);
            var sums = Vector<float>.Zero;
            for (var i = 0; i < xs.Length; i++)
                sums += xs[i] * ys[i];
            (sum, done) = (Vector.Sum(sums), xs.Length * Vector<float>.Count);
        }

        for (var i = done; i < x.Length; i++)
            sum += (double)x[i] * y[i];
        return sum;
    }

    /// <summary>target += factor x.</summary>
    public static void AddScaled<T>(ReadOnlySpan<T> x, T factor, Span<T> target)
        where T : struct, INumber<T>
    {
        var done = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var xs = MemoryMarshal.Cast<T, Vector<T>>(x);
            var targets = MemoryMarshal.Cast<T, Vector<T>>(target);
            for (var i = 0; i < xs.Length; i++)
                targets[i] += xs[i] * factor;
            done = xs.Length * Vector<T>.Count;
        }

        for (var i = done; i < x.Length; i++)
            target[i] += factor * x[i];
    }

    /// <summary>difference = x - y.</summary>
    public static void Subtract(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> difference)
    {
        for (var i = 0; i < x.Length; i++)
            difference[i] = x[i] - y[i];
    }
}
