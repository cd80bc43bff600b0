using SingleParticle.Formats.Cs;
using SingleParticle.Particles.Cs;

namespace SingleParticle.Particles;

/// <summary>Writes particles as a result group that CryoSPARC's "Import Result Group" takes: one `.cs` file and its `.csg`.</summary>
public static class CryosparcExport
{
    private const string GroupType = "particle";

    /// <summary>Writes NAME.cs and NAME.csg into a folder; image paths are relative to it.</summary>
    /// <param name="folder">Folder, made if missing.</param>
    /// <param name="name">File name without extension; also the name of the group.</param>
    /// <param name="set">Particles of any format.</param>
    /// <param name="update">Rows and new values.</param>
    /// <returns>Full path of the .csg, and what the format has no place for.</returns>
    public static (string GroupPath, IReadOnlyList<string> Warnings) Write(
        string folder, string name, ParticleSet set, ParticleUpdate update)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(update);
        var (table, warnings) = ParticleConversion.To(ParticleTableFormat.Cryosparc, set);
        return (Write(folder, name, table, update), warnings);
    }

    /// <summary>Writes NAME.cs and NAME.csg into a folder; image paths are relative to it.</summary>
    /// <param name="folder">Folder, made if missing.</param>
    /// <param name="name">File name without extension; also the name of the group.</param>
    /// <param name="table">Table in `.cs` form.</param>
    /// <param name="update">Rows and new values.</param>
    /// <returns>Full path of the .csg.</returns>
    public static string Write(string folder, string name, IParticleTable table, ParticleUpdate update)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(update);
        if (table.Format != ParticleTableFormat.Cryosparc)
            throw new ArgumentException("the table is in STAR form; convert the set first (ParticleConversion.ToCryosparc)", nameof(table));
        var particleFile = Path.GetFullPath(Path.Combine(folder, name + ".cs"));
        var groupFile = Path.ChangeExtension(particleFile, ".csg");
        table.Write(particleFile, update, ImagePathStyle.RelativeToFile);
        GroupOf(name, particleFile, table, update).Write(groupFile);
        return groupFile;
    }

    /// <summary>The result group of a particle file.</summary>
    /// <param name="name">Name of the group.</param>
    /// <param name="particleFile">Full path under which the particles are found.</param>
    /// <param name="table">Table in `.cs` form.</param>
    /// <param name="update">Rows and values written.</param>
    public static ResultGroup GroupOf(string name, string particleFile, IParticleTable table, ParticleUpdate update)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(update);
        var slots = update.ClassPosteriors is null ? table.Slots : table.Slots.Union([CsMultiColumns.Slot], StringComparer.Ordinal);
        // The slots of our own are in the file, where readers of ours find them; CryoSPARC has no type for them.
        var results = slots.Where(slot => slot is not (CsOwnFields.Slot or TravellingStarColumns.Slot))
            .Select(slot => new ResultGroupSlot(slot, particleFile, update.Rows.Length, $"{GroupType}.{slot}"));
        return new ResultGroup(name, GroupType, name, [.. results], ResultGroup.DefaultVersion);
    }
}
