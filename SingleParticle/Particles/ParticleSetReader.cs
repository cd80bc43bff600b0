using SingleParticle.Particles.Star;

namespace SingleParticle.Particles;

/// <summary>Reads particles from files of any supported format.</summary>
public static class ParticleSetReader
{
    /// <summary>Reads and checks particles; everything wrong with them is reported at once.</summary>
    /// <param name="source">Files of one format: `.cs` or `.csg` files joined on uid, or one STAR file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static ParticleReading Read(ParticleSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var formats = source.SlotFiles.Values.Distinct(StringComparer.Ordinal)
            .ToDictionary(file => file, ParticleFileFormats.Detect, StringComparer.Ordinal);
        if (formats.Values.Distinct().Count() > 1)
            return Refuse($"the slots mix formats: {Describe(formats)}; take all slots from `.cs` files or all from one `.star` file");
        return formats.Values.FirstOrDefault(ParticleTableFormat.Relion) == ParticleTableFormat.Relion
            ? StarParticleReader.Read(source, cancellationToken)
            : CsParticleReader.Read(source, cancellationToken);
    }

    private static string Describe(Dictionary<string, ParticleTableFormat> formats) =>
        string.Join(", ", formats.Select(entry => $"{entry.Key} is {(entry.Value == ParticleTableFormat.Relion ? "STAR" : "`.cs`")}"));

    private static ParticleReading Refuse(string problem) => new(null, [problem], []);
}
