using SingleParticle.Volumes;

namespace Plugin.Classify3D.Regrouping;

/// <summary>A class map and, where there are any, its half maps.</summary>
/// <param name="Map">The map.</param>
/// <param name="HalfA">Map of half-set A; null for none.</param>
/// <param name="HalfB">Map of half-set B; null for none.</param>
internal sealed record ClassVolume(Volume Map, Volume? HalfA, Volume? HalfB)
{
    /// <summary>The mean of maps, each weighted.</summary>
    /// <param name="volumes">Maps on one grid.</param>
    /// <param name="weights">Weight of each.</param>
    public static ClassVolume Mean(IReadOnlyList<ClassVolume> volumes, IReadOnlyList<double> weights) => new(
        Mean([.. volumes.Select(volume => volume.Map)], weights),
        volumes.All(volume => volume.HalfA is not null) ? Mean([.. volumes.Select(volume => volume.HalfA!)], weights) : null,
        volumes.All(volume => volume.HalfB is not null) ? Mean([.. volumes.Select(volume => volume.HalfB!)], weights) : null);

    private static Volume Mean(IReadOnlyList<Volume> maps, IReadOnlyList<double> weights)
    {
        var (sum, total) = (new double[maps[0].Values.Length], weights.Sum());
        for (var k = 0; k < maps.Count; k++)
        {
            var share = total > 0 ? weights[k] / total : 1.0 / maps.Count;
            for (var i = 0; i < sum.Length; i++)
                sum[i] += share * maps[k].Values[i];
        }

        return maps[0].WithValues(Array.ConvertAll(sum, value => (float)value));
    }
}
