using SingleParticle.Volumes;

namespace Plugin.Classify3D.Reports;

/// <summary>The planes in which classes differ most.</summary>
internal static class VaryingPlanes
{
    /// <summary>Finds the plane across each axis with the largest sum of squared differences to the consensus.</summary>
    /// <param name="maps">Class maps.</param>
    /// <param name="consensus">Consensus on the same grid.</param>
    /// <param name="reach">Where classes can differ.</param>
    public static (int X, int Y, int Z) Of(IReadOnlyList<Volume> maps, Volume consensus, Volume reach)
    {
        var n = consensus.BoxVoxels;
        var (x, y, z) = (new double[n], new double[n], new double[n]);
        foreach (var map in maps)
        {
            for (var i = 0; i < map.Values.Length; i++)
            {
                var difference = reach.Values[i] * (map.Values[i] - consensus.Values[i]);
                var square = (double)difference * difference;
                x[i % n] += square;
                y[i / n % n] += square;
                z[i / (n * n)] += square;
            }
        }

        return (Largest(x), Largest(y), Largest(z));
    }

    // Maps that do not differ at all are shown through their centre.
    private static int Largest(double[] sums) => sums.Max() > 0 ? Array.IndexOf(sums, sums.Max()) : sums.Length / 2;
}
