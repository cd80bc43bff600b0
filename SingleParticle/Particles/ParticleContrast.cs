using SingleParticle.Optics;

namespace SingleParticle.Particles;

/// <summary>A particle set with another contrast sign.</summary>
public static class ParticleContrast
{
    /// <summary>Whether the file of a set says if its particles are bright or dark.</summary>
    /// <param name="set">Particles.</param>
    public static ContrastOrigin OriginOf(ParticleSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var isStated = set.OpticsGroups.All(group => group.ContrastOrigin == ContrastOrigin.Stated);
        return isStated ? ContrastOrigin.Stated : ContrastOrigin.Assumed;
    }

    /// <summary>The same set with a known sign, which whatever is written of it states.</summary>
    /// <param name="set">Particles.</param>
    /// <param name="sign">Factor that makes protein positive: -1 for dark particles, else 1.</param>
    public static ParticleSet With(ParticleSet set, int sign)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (sign is not (1 or -1))
            throw new ArgumentOutOfRangeException(nameof(sign), sign, "a contrast sign is 1 or -1");
        var groups = set.OpticsGroups.Select(group => group with { ContrastSign = sign, ContrastOrigin = ContrastOrigin.Stated });
        return set with { OpticsGroups = [.. groups], Table = new SignedTable(set.Table, sign) };
    }

    /// <summary>A table that states the sign when written.</summary>
    private sealed class SignedTable(IParticleTable table, int sign) : IParticleTable
    {
        public ParticleTableFormat Format => table.Format;

        public IReadOnlyList<string> Slots => table.Slots;

        public ParticleClasses? ReadClasses() => table.ReadClasses();

        public string[]? ReadMicrographs() => table.ReadMicrographs();

        public double[]? ReadNumbers(ParticleQuantity quantity) => table.ReadNumbers(quantity);

        public IParticleTable WithImageFiles(IReadOnlyList<string> imageFiles) => new SignedTable(table.WithImageFiles(imageFiles), sign);

        public void Write(string path, ParticleUpdate update, ImagePathStyle imagePaths)
        {
            ArgumentNullException.ThrowIfNull(update);
            table.Write(path, update with { ContrastSign = sign }, imagePaths);
        }
    }
}
