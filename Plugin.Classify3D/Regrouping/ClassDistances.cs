using Plugin.Classify3D.Evidence;
using SingleParticle.Particles;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Regrouping;

/// <summary>How far classes are from one another, 0 to 1, [k, l]. Equations 6.6 and 6.7 of docs/method/6-evidence.md.</summary>
internal static class ClassDistances
{
    /// <summary>1 - cosine of posteriors: 0 for classes that no particle tells apart, 1 for classes that share no particle.</summary>
    /// <param name="classes">Classes with posteriors.</param>
    public static double[,] OfPosteriors(ParticleClasses classes)
    {
        var cosines = PosteriorOverlap.Cosines(classes.Posteriors!, classes.ClassCount);
        return Each(classes.ClassCount, (k, l) => 1 - cosines[k, l]);
    }

    /// <summary>
    /// Power of the difference of two maps over the sum of the powers of their differences from the mean of all; with half maps each
    /// power is the product of the halves, so that noise does not count.
    /// </summary>
    /// <param name="volumes">Class maps.</param>
    /// <param name="sizes">Particles of every class, which weigh the mean.</param>
    /// <param name="mask">Where maps are compared; null for everywhere.</param>
    public static double[,] OfMaps(IReadOnlyList<ClassVolume> volumes, IReadOnlyList<double> sizes, Volume? mask)
    {
        var mean = ClassVolume.Mean(volumes, sizes);
        var powers = volumes.Select(volume => Power(volume, mean, mask)).ToArray();
        return Each(volumes.Count, (k, l) =>
        {
            var (difference, sum) = (Power(volumes[k], volumes[l], mask), powers[k] + powers[l]);
            return sum > 0 ? Math.Clamp(difference / sum, 0, 1) : 0;
        });
    }

    /// <summary>The mean of two tables.</summary>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    public static double[,] Mean(double[,] first, double[,] second) =>
        Each(first.GetLength(0), (k, l) => (first[k, l] + second[k, l]) / 2);

    private static double Power(ClassVolume first, ClassVolume second, Volume? mask)
    {
        var areHalved = first is { HalfA: not null, HalfB: not null } && second is { HalfA: not null, HalfB: not null };
        var (a, b) = areHalved ? (first.HalfA!, first.HalfB!) : (first.Map, first.Map);
        var (c, d) = areHalved ? (second.HalfA!, second.HalfB!) : (second.Map, second.Map);
        var sum = 0.0;
        for (var i = 0; i < a.Values.Length; i++)
        {
            var weight = mask is null ? 1.0 : mask.Values[i];
            sum += weight * weight * (a.Values[i] - c.Values[i]) * (b.Values[i] - d.Values[i]);
        }

        return Math.Max(0, sum);
    }

    private static double[,] Each(int count, Func<int, int, double> distance)
    {
        var table = new double[count, count];
        for (var k = 0; k < count; k++)
        {
            for (var l = k + 1; l < count; l++)
                table[k, l] = table[l, k] = Math.Clamp(distance(k, l), 0, 1);
        }

        return table;
    }
}
