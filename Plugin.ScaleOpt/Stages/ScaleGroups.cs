using Host.Abstractions.Running;
using SingleParticle.Particles;

namespace Plugin.ScaleOpt.Stages;

/// <summary>Which particles share one scale.</summary>
/// <param name="GroupOf">Group of every row, from 0 in the order in which they appear.</param>
/// <param name="Level">What a group is.</param>
internal sealed record ScaleGroups(int[] GroupOf, ScaleLevel Level)
{
    /// <summary>The groups of a set.</summary>
    /// <param name="level">What shares one scale.</param>
    /// <param name="set">Particles.</param>
    /// <exception cref="JobFailedException">The particles do not tell their micrographs.</exception>
    public static ScaleGroups Of(ScaleLevel level, ParticleSet set) => level switch
    {
        ScaleLevel.Micrograph => new ScaleGroups(Number(MicrographsOf(set) ?? throw NoMicrographs()), level),
        ScaleLevel.OpticsGroup => new ScaleGroups(Number(set.Particles.Select(particle => particle.OpticsGroupIndex)), level),
        _ => new ScaleGroups([.. Enumerable.Range(0, set.Particles.Length)], level),
    };

    /// <summary>Micrograph of every row: by name, else by image stack where there are several; null when neither tells.</summary>
    /// <param name="set">Particles.</param>
    public static IReadOnlyList<string>? MicrographsOf(ParticleSet set) =>
        set.Table.ReadMicrographs()
        ?? (set.ImageFiles.Count > 1 ? [.. set.Particles.Select(particle => set.ImageFiles[particle.ImageFileIndex])] : null);

    private static int[] Number<T>(IEnumerable<T> keys)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        return [.. keys.Select(key => numbers.TryGetValue(key, out var number) ? number : numbers[key] = numbers.Count)];
    }

    private static JobFailedException NoMicrographs() => new(
        "NO_MICROGRAPHS",
        "params.level",
        "the particles do not tell which micrograph they come from, and all are in one stack",
        "connect particles that name their micrograph, with slot location for instance, or use level: particle");
}
