using SingleParticle.Particles.Cs;
using SingleParticle.Particles.Star;

namespace SingleParticle.Particles;

/// <summary>Takes particle sets from CryoSPARC's file format to RELION's and back.</summary>
/// <remarks>
/// Poses, shifts, CTF, optics with beam tilt and anisotropic magnification (rlnMagMat = (I + D)^-1), half-sets, scales, classes and
/// posteriors become what the other format calls them. Columns that it has no name for travel along and come back: as cs/... columns
/// of a STAR file, in slot star of a `.cs` file.
/// </remarks>
public static class ParticleConversion
{
    /// <summary>The set in the given format; its own table where it already has that format.</summary>
    /// <param name="set">Particles.</param>
    /// <param name="format">Format wanted.</param>
    public static ConvertedParticles To(ParticleTableFormat format, ParticleSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (set.Table.Format == format)
            return new ConvertedParticles(set.Table, []);
        return format == ParticleTableFormat.Cryosparc ? ToCryosparc(set) : ToRelion(set);
    }

    /// <summary>A set in `.cs` form.</summary>
    /// <param name="set">Particles of any format.</param>
    public static ConvertedParticles ToCryosparc(ParticleSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        IReadOnlyList<CsNewColumn> travelled = set.Table is StarParticleTable star ? TravellingStarColumns.Of(star.Layout) : [];
        var table = CsColumnSource.ToTable("converted.cs", new CsFromParticles(set).Columns(travelled), set.Particles.Length);
        var rows = new CsJoinedRows([new CsPart(table, table.Columns, null)], table.RowCount);
        var fileIndices = Array.ConvertAll(set.Particles, particle => particle.ImageFileIndex);
        return new ConvertedParticles(new CsParticleTable(rows, set.ImageFiles, fileIndices), ConversionWarnings.ForCryosparc(set));
    }

    /// <summary>A set in STAR form (RELION 3.1 and later: data_optics and data_particles).</summary>
    /// <param name="set">Particles of any format.</param>
    public static ConvertedParticles ToRelion(ParticleSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        IReadOnlyList<StarTextColumn> travelled = set.Table is CsParticleTable cryosparc ? TravellingCsColumns.Of(cryosparc.Rows) : [];
        return new ConvertedParticles(new StarFromParticles(set).ToTable(travelled), ConversionWarnings.ForRelion(set));
    }
}
