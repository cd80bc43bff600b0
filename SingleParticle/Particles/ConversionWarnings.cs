using SingleParticle.Optics;
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
            warnings.Add($"trefoil (ctf/trefoil_A) has no RELION column with a known conversion; it is kept in {StarLabel.Trefoil}, which RELION ignores");
        if (groups.Any(group => group.TetrafoilAngstrom.Any(value => value != 0)))
            warnings.Add($"tetrafoil (ctf/tetra_A) has no RELION column with a known conversion; it is kept in {StarLabel.Tetrafoil}, which RELION ignores");
        var others = set.ImageFiles.Where(file => !file.EndsWith(".mrcs", StringComparison.Ordinal)).ToArray();
        if (others.Length > 0)
            warnings.Add(FormattableString.Invariant($"RELION takes only .mrcs for stacks and {others.Length} image files are named otherwise ")
                + $"('{Path.GetFileName(others[0])}'): make links that end in .mrcs and name those");
        if (set.Table.Slots.Any(slot => slot == CsMultiColumns.Slot || slot.StartsWith("alignments_class", StringComparison.Ordinal)))
            warnings.Add("poses, shifts and powers per class (alignments3D_multi, alignments_class) have no RELION columns; "
                + $"the class posteriors of alignments3D_multi are kept in {StarLabel.ClassPosteriors}");
        return warnings;
    }

    /// <summary>Warnings for a set written for CryoSPARC.</summary>
    /// <param name="set">Set.</param>
    public static IReadOnlyList<string> ForCryosparc(ParticleSet set)
    {
        var warnings = new List<string>();
        AddZernike(warnings, set.OpticsGroups, StarLabel.OddZernike, CsOwnFields.OddZernike, group => group.OddZernike.Any(value => value != 0));
        AddZernike(warnings, set.OpticsGroups, StarLabel.EvenZernike, CsOwnFields.EvenZernike, group => group.EvenZernike.Any(value => value != 0));
        if (set.OpticsGroups.Any(group => group.SphericalAberrationMm == 0 && group.BeamTiltMilliradians != default))
            warnings.Add("beam tilt cannot be written where the spherical aberration is 0 (ctf/tilt_A = sin(tilt) cs_mm 1e7); it is dropped");
        var unassigned = set.Particles.Count(particle => particle.HalfSet == HalfSet.None);
        if (unassigned > 0 && unassigned < set.Particles.Length)
            warnings.Add(FormattableString.Invariant($"{unassigned} particles have no half-set, which alignments3D/split cannot tell; they are put into both halves in turn"));
        if (set.Table is StarParticleTable { Layout: var layout })
        {
            var left = layout.Document.Blocks.Where(block => block != layout.ParticleBlock && block != layout.OpticsBlock).Select(block => "data_" + block.Name).ToArray();
            if (left.Length > 0)
                warnings.Add($"{layout.File}: {string.Join(", ", left)} cannot be held by a .cs file and is dropped");
        }

        return warnings;
    }

    private static void AddZernike(
        List<string> warnings, IReadOnlyList<OpticsGroup> groups, string label, string field, Func<OpticsGroup, bool> isSet)
    {
        if (groups.Any(isSet))
            warnings.Add($"{label} has no CryoSPARC field with a known conversion; it is kept in {field}, which CryoSPARC ignores");
    }
}
