using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Initialization.Pca;

/// <summary>Principal component analysis of maps within a mask, through the Gram matrix of their differences from the mean.</summary>
internal static class PrincipalComponents
{
    /// <summary>Coordinates of every map along the leading components, in units of density times the root of the voxel count.</summary>
    /// <param name="maps">Maps on one grid, at least two.</param>
    /// <param name="mask">Weight of every voxel.</param>
    /// <param name="componentCount">Components wanted; no more than there are maps.</param>
    public static double[][] Coordinates(Volume[] maps, Volume mask, int componentCount)
    {
        var differences = MaskedDifferences(maps, mask);
        var gram = new double[maps.Length, maps.Length];
        for (var i = 0; i < maps.Length; i++)
        {
            for (var j = 0; j <= i; j++)
                gram[i, j] = gram[j, i] = Dot(differences[i], differences[j]);
        }

        var (values, vectors) = SymmetricEigen.Decompose(gram);
        var count = Math.Min(componentCount, maps.Length);
        var coordinates = new double[maps.Length][];
        for (var i = 0; i < coordinates.Length; i++)
            coordinates[i] = [.. Enumerable.Range(0, count).Select(c => Math.Sqrt(Math.Max(0, values[c])) * vectors[i, c])];
        return coordinates;
    }

    private static float[][] MaskedDifferences(Volume[] maps, Volume mask)
    {
        var mean = new double[mask.Values.Length];
        foreach (var map in maps)
        {
            for (var v = 0; v < mean.Length; v++)
                mean[v] += map.Values[v] / (double)maps.Length;
        }

        return Array.ConvertAll(maps, map =>
        {
            var difference = new float[mean.Length];
            for (var v = 0; v < difference.Length; v++)
                difference[v] = (float)(mask.Values[v] * (map.Values[v] - mean[v]));
            return difference;
        });
    }

    private static double Dot(float[] first, float[] second)
    {
        var sum = 0.0;
        for (var v = 0; v < first.Length; v++)
            sum += (double)first[v] * second[v];
        return sum;
    }
}
