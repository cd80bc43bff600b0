using SingleParticle.Collections;
using SingleParticle.Optics;

namespace SingleParticle.Particles.Cs;

/// <summary>Makes the `.cs` columns of particles that came from another format.</summary>
internal sealed class CsFromParticles
{
    private const double AngstromPerMillimetre = 1e7;
    private const double RadiansPerMilliradian = 1e-3;

    private static readonly string[] UnsetNumbers =
    [
        "error", "error_min", "resid_pow", "slice_pow", "image_pow", "cross_cor", "weight", "pose_ess", "shift_ess",
    ];

    private static readonly string[] UnsetOnes = ["class_posterior", "class_ess"];

    private readonly ParticleSet _set;
    private readonly uint[] _exposureGroups;

    /// <summary>Makes columns of a set.</summary>
    /// <param name="set">Particles.</param>
    public CsFromParticles(ParticleSet set)
    {
        _set = set;
        _exposureGroups = ExposureGroupNames.ToIdentifiers(set.OpticsGroups);
    }

    /// <summary>All columns, uid first; what travelled with the particles takes the place of what is merely unset.</summary>
    /// <param name="travelled">Columns that came with the particles.</param>
    public IReadOnlyList<CsNewColumn> Columns(IReadOnlyList<CsNewColumn> travelled)
    {
        var byName = new OrderedDictionary<string, CsNewColumn>(StringComparer.Ordinal);
        foreach (var column in Base().Concat(travelled))
            byName[column.Name] = column;
        var alignments = byName.Values.Where(column => column.Name.StartsWith("alignments3D/", StringComparison.Ordinal)).ToList();
        foreach (var column in CsClassColumns.From(_set.Table.ReadClasses(), alignments))
            byName[column.Name] = column;
        return [.. byName.Values];
    }

    private IEnumerable<CsNewColumn> Base() =>
        [CsColumnSource.LongInteger("uid", row => Particle(row).Uid), .. Blob(), .. Ctf(), .. Alignments(), .. Own()];

    private IEnumerable<CsNewColumn> Blob() =>
    [
        CsColumnSource.Text("blob/path", _set.ImageFiles, row => Particle(row).ImageFileIndex),
        CsColumnSource.Integers("blob/idx", row => Particle(row).ImageIndex),
        CsColumnSource.Integers("blob/shape", row => Group(row).BoxPixels, row => Group(row).BoxPixels),
        CsColumnSource.Numbers("blob/psize_A", row => Group(row).PixelSizeAngstrom),
        CsColumnSource.Numbers("blob/sign", row => Group(row).ContrastSign),
        CsColumnSource.LongInteger("blob/import_sig", _ => 0),
    ];

    private IEnumerable<CsNewColumn> Ctf() =>
    [
        CsColumnSource.Text("ctf/type", ["imported"], _ => 0),
        CsColumnSource.Integers("ctf/exp_group_id", row => _exposureGroups[Particle(row).OpticsGroupIndex]),
        CsColumnSource.Numbers("ctf/accel_kv", row => Group(row).VoltageKv),
        CsColumnSource.Numbers("ctf/cs_mm", row => Group(row).SphericalAberrationMm),
        CsColumnSource.Numbers("ctf/amp_contrast", row => Group(row).AmplitudeContrast),
        CsColumnSource.Numbers("ctf/df1_A", row => Particle(row).DefocusUAngstrom),
        CsColumnSource.Numbers("ctf/df2_A", row => Particle(row).DefocusVAngstrom),
        CsColumnSource.Numbers("ctf/df_angle_rad", row => Particle(row).DefocusAngleRadians),
        CsColumnSource.Numbers("ctf/phase_shift_rad", row => Particle(row).PhaseShiftRadians),
        CsColumnSource.Numbers("ctf/scale", row => Particle(row).CtfScale),
        CsColumnSource.Numbers("ctf/scale_const", _ => 1),
        CsColumnSource.Numbers("ctf/shift_A", _ => 0, _ => 0),
        CsColumnSource.Numbers(
            "ctf/tilt_A",
            row => TiltAngstrom(Group(row), Group(row).BeamTiltMilliradians.X),
            row => TiltAngstrom(Group(row), Group(row).BeamTiltMilliradians.Y)),
        CsColumnSource.Numbers("ctf/trefoil_A", row => Group(row).TrefoilAngstrom.First, row => Group(row).TrefoilAngstrom.Second),
        CsColumnSource.Numbers("ctf/tetra_A", Four(group => group.TetrafoilAngstrom)),
        CsColumnSource.Numbers("ctf/anisomag", Four(group => group.AnisotropicMagnification)),
        CsColumnSource.Numbers("ctf/bfactor", row => Particle(row).CtfBFactorAngstromSquared),
    ];

    private IEnumerable<CsNewColumn> Alignments()
    {
        if (_set.Particles.Any(particle => particle.HalfSet != HalfSet.None))
        {
            yield return CsColumnSource.Integers(
                "alignments3D/split", row => Particle(row).HalfSet switch { HalfSet.A => 0, HalfSet.B => 1, _ => row % 2 });
        }

        yield return CsColumnSource.Numbers(
            "alignments3D/shift",
            row => Particle(row).ShiftAngstrom.X / Group(row).PixelSizeAngstrom,
            row => Particle(row).ShiftAngstrom.Y / Group(row).PixelSizeAngstrom);
        yield return CsColumnSource.Numbers(
            "alignments3D/pose",
            row => Particle(row).RotationVectorRadians.X,
            row => Particle(row).RotationVectorRadians.Y,
            row => Particle(row).RotationVectorRadians.Z);
        yield return CsColumnSource.Numbers("alignments3D/psize_A", row => Group(row).PixelSizeAngstrom);
        foreach (var field in UnsetNumbers)
            yield return CsColumnSource.Numbers("alignments3D/" + field, _ => 0);
        yield return CsColumnSource.Numbers("alignments3D/alpha", row => Particle(row).Scale);
        yield return CsColumnSource.Numbers("alignments3D/alpha_min", row => Particle(row).Scale);
        foreach (var field in UnsetOnes)
            yield return CsColumnSource.Numbers("alignments3D/" + field, _ => 1);
    }

    // RELION's Zernike coefficients have no place in ctf; a slot of our own brings them back.
    private IEnumerable<CsNewColumn> Own()
    {
        var oddCount = _set.OpticsGroups.Max(group => group.OddZernike.Count);
        var evenCount = _set.OpticsGroups.Max(group => group.EvenZernike.Count);
        if (oddCount > 0)
            yield return CsColumnSource.LongNumbers(CsOwnFields.OddZernike, oddCount, row => Group(row).OddZernike);
        if (evenCount > 0)
            yield return CsColumnSource.LongNumbers(CsOwnFields.EvenZernike, evenCount, row => Group(row).EvenZernike);
    }

    private static double TiltAngstrom(OpticsGroup group, double tiltMilliradians) =>
        Math.Sin(tiltMilliradians * RadiansPerMilliradian) * group.SphericalAberrationMm * AngstromPerMillimetre;

    private Func<int, double>[] Four(Func<OpticsGroup, EquatableArray<double>> valuesOf) =>
        [.. Enumerable.Range(0, 4).Select(element => (Func<int, double>)(row => valuesOf(Group(row))[element]))];

    private ref readonly Particle Particle(int row) => ref _set.Particles[row];

    private OpticsGroup Group(int row) => _set.OpticsGroups[Particle(row).OpticsGroupIndex];
}
