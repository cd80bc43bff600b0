using System.Collections.Frozen;

namespace SingleParticle.Particles.Cs;

/// <summary>The `.cs` fields that are made anew from particles and their optics, so that they need not travel as they are.</summary>
internal static class CsKnownFields
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "uid", "blob/path", "blob/idx", "blob/shape", "blob/psize_A", "blob/sign",
        "ctf/exp_group_id", "ctf/accel_kv", "ctf/cs_mm", "ctf/amp_contrast", "ctf/df1_A", "ctf/df2_A", "ctf/df_angle_rad",
        "ctf/phase_shift_rad", "ctf/scale", "ctf/tilt_A", "ctf/trefoil_A", "ctf/tetra_A", "ctf/anisomag", "ctf/bfactor",
        "alignments3D/split", "alignments3D/shift", "alignments3D/pose", "alignments3D/psize_A", "alignments3D/alpha",
        "alignments3D/class", "alignments3D/error", CsOwnFields.OddZernike, CsOwnFields.EvenZernike);

    /// <summary>Whether a field is made anew, or travels under a RELION label.</summary>
    /// <param name="name">slot/field.</param>
    public static bool Contains(string name) =>
        Names.Contains(name) || name.StartsWith(CsMultiColumns.Slot + "/", StringComparison.Ordinal)
        || ParticleFieldPairs.All.Any(pair => pair.Field == name);
}
