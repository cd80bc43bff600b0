using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation.Scales;

/// <summary>What particles are compared with: one or several masked maps, and for every particle which of them.</summary>
/// <remarks>
/// With a focus mask every map is taken apart into what lies outside it, what lies inside, and both together: the scale is then that of
/// the outside, and the inside has an amplitude of its own for every particle. Section 4 of docs/method/5-scale.md.
/// </remarks>
public sealed class ScaleReference
{
    private readonly Volume? _focusMask;
    private readonly IReadOnlyList<Volume> _maps;

    /// <summary>Puts a reference together.</summary>
    /// <param name="maps">Masked maps on the working box.</param>
    /// <param name="mapOf">Which of them a record is compared with.</param>
    /// <param name="focusMask">Region whose amplitude is left free; null for none.</param>
    public ScaleReference(IReadOnlyList<Volume> maps, Func<int, int> mapOf, Volume? focusMask)
    {
        ArgumentNullException.ThrowIfNull(maps);
        (_maps, MapOf, _focusMask) = (maps, mapOf, focusMask);
        Loaded = focusMask is null ? maps : [.. maps.SelectMany(map => Apart(map, focusMask))];
    }

    /// <summary>Which map a record is compared with, 0-based.</summary>
    public Func<int, int> MapOf { get; }

    /// <summary>How many maps stand for one: 1, or outside, inside and both.</summary>
    public int PartCount => _focusMask is null ? 1 : 3;

    /// <summary>How many maps there are.</summary>
    internal int MapCount => _maps.Count;

    /// <summary>The parts of one map: itself, or outside, inside and both.</summary>
    /// <param name="map">Map, 0-based.</param>
    internal IReadOnlyList<Volume> PartsOf(int map) => [.. Loaded.Skip(map * PartCount).Take(PartCount)];

    /// <summary>All maps to be scored against, the parts of one map side by side.</summary>
    internal IReadOnlyList<Volume> Loaded { get; }

    /// <summary>The same with every shell multiplied by a factor.</summary>
    /// <param name="gains">Factor of shell 0, 1, ...</param>
    /// <param name="threadCount">Most threads at work.</param>
    public ScaleReference Filtered(double[] gains, int threadCount) =>
        new([.. _maps.Select(map => FourierFilter.MultiplyShells(map, gains, threadCount))], MapOf, _focusMask);

    private static IEnumerable<Volume> Apart(Volume map, Volume focusMask)
    {
        var inside = HalfMapSolver.Masked(map, focusMask);
        yield return map.WithValues([.. map.Values.Zip(inside.Values, (all, part) => all - part)]);
        yield return inside;
        yield return map;
    }
}
