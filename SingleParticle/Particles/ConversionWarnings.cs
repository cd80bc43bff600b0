using SingleParticle.Particles.Cs;
using SingleParticle.Particles.Star;

namespace SingleParticle.Particles;

/// <summary>Says what a file format has no place for, and what its programs need done first.</summary>
internal static class ConversionWarnings
{
    /// <summary>Warnings for a set written for RELION.</summary>
    /// <param name="set">Set.</param>
    public static IReadOnlyList<string> ForRelion(ParticleSet set)
    {
        var warnings = new List<string>();
        var groups = set.OpticsGroups;
        if (groups.Any(group => group.ContrastSign < 0))
            warnings.Add("the particles are dark (blob/sign -1) and RELION has no column for that: give RELION an inverted stack "
                + $"(relion_image_handler --multiply_constant -1); {StarLabel.ContrastSign} keeps the sign for programs that read it");
        if (groups.Any(group => group.TrefoilAngstrom != default))
            warnings.Add(Kept("trefoil (ctf/trefoil_A)", "RELION", "column", StarLabel.Trefoil));
        if (groups.Any(group => group.TetrafoilAngstrom.Any(value => value != 0)))
            warnings.Add(Kept("tetrafoil (ctf/tetra_A)", "RELION", "column", StarLabel.Tetrafoil));
        var others = set.ImageFiles.Where(file => !file.EndsWith(".mrcs", StringComparison.Ordinal)).ToArray();
        if (others.Length > 0)
        {
            warnings.Add(
                FormattableString.Invariant($"RELION takes only .mrcs for stacks and {others.Length} image files are named otherwise ")
                + $"('{Path.GetFileName(others[0])}'): make links that end in .mrcs and name those");
        }

        if (set.Table.Slots.Any(slot => slot.StartsWith("alignments_class", StringComparison.Ordinal))
            || (set.Table is CsParticleTable { Rows: var rows } && CsPosesPerClass.Differ(rows)))
            warnings.Add("poses, shifts and powers per class (alignments3D_multi, alignments_class) have no RELION columns; "
                + $"the class posteriors of alignments3D_multi are kept in {StarLabel.ClassPosteriors}");
        return warnings;
    }

    /// <summary>Warnings for a set written for CryoSPARC.</summary>
    /// <param name="set">Set.</param>
    public static IReadOnlyList<string> ForCryosparc(ParticleSet set)
    {
        var warnings = new List<string>();
        var groups = set.OpticsGroups;
        if (groups.Any(group => group.OddZernike.Any(value => value != 0)))
            warnings.Add(Kept(StarLabel.OddZernike, "CryoSPARC", "field", CsOwnFields.OddZernike));
        if (groups.Any(group => group.EvenZernike.Any(value => value != 0)))
            warnings.Add(Kept(StarLabel.EvenZernike, "CryoSPARC", "field", CsOwnFields.EvenZernike));
        if (groups.Any(group => group.SphericalAberrationMm == 0 && group.BeamTiltMilliradians != default))
            warnings.Add("beam tilt cannot be written where the spherical aberration is 0 (tilt_A = sin(tilt) cs_mm 1e7); it is dropped");
        var unassigned = set.Particles.Count(particle => particle.HalfSet == HalfSet.None);
        if (unassigned > 0 && unassigned < set.Particles.Length)
        {
            warnings.Add(FormattableString.Invariant(
                $"{unassigned} particles have no half-set, which alignments3D/split cannot tell; they are put into both halves in turn"));
        }

        if (set.Table is StarParticleTable { Layout: var layout })
        {
            var left = layout.Document.Blocks.Where(block => block != layout.ParticleBlock && block != layout.OpticsBlock)
                .Select(block => "data_" + block.Name).ToArray();
            if (left.Length > 0)
                warnings.Add($"{layout.File}: {string.Join(", ", left)} cannot be held by a .cs file and is dropped");
        }

        return warnings;
    }

    private static string Kept(string what, string program, string place, string column) =>
        $"{what} has no {program} {place} with a known conversion; it is kept in {column}, which {program} ignores";
}
