using SingleParticle.Formats.Cs;

namespace SingleParticle.Particles.Cs;

/// <summary>The fields that particles are made of; what is missing or of the wrong type is reported together.</summary>
internal sealed class CsParticleFields
{
    private readonly CsJoinedRows _rows;
    private readonly ProblemList _problems;

    /// <summary>Opens the fields.</summary>
    /// <param name="rows">Joined files that have blob, ctf and alignments3D.</param>
    /// <param name="problems">Where every missing or unusable field is reported.</param>
    public CsParticleFields(CsJoinedRows rows, ProblemList problems)
    {
        _rows = rows;
        _problems = problems;
        Uid = Open(rows.Parts[0], "uid", CsFieldKind.Integer, 1);
        Path = Required("blob/path", CsFieldKind.Text);
        ImageIndex = Required("blob/idx", CsFieldKind.Integer);
        Shape = Required("blob/shape", CsFieldKind.Integer, 2);
        PixelSize = Required("blob/psize_A");
        Sign = Optional("blob/sign");
        GroupId = Optional("ctf/exp_group_id", kind: CsFieldKind.Integer);
        Voltage = Required("ctf/accel_kv");
        SphericalAberration = Required("ctf/cs_mm");
        AmplitudeContrast = Required("ctf/amp_contrast");
        DefocusU = Required("ctf/df1_A");
        DefocusV = Required("ctf/df2_A");
        DefocusAngle = Required("ctf/df_angle_rad");
        PhaseShift = Optional("ctf/phase_shift_rad");
        CtfScale = Optional("ctf/scale");
        BFactor = Optional("ctf/bfactor");
        Tilt = Optional("ctf/tilt_A", 2);
        Trefoil = Optional("ctf/trefoil_A", 2);
        Tetrafoil = Optional("ctf/tetra_A", 4);
        AnisotropicMagnification = Optional("ctf/anisomag", 4);
        Pose = Required("alignments3D/pose", CsFieldKind.Number, 3);
        Shift = Required("alignments3D/shift", CsFieldKind.Number, 2);
        ShiftPixelSize = Required("alignments3D/psize_A");
        Split = Optional("alignments3D/split", kind: CsFieldKind.Integer);
        Scale = Optional("alignments3D/alpha");
        OddZernike = Own(CsOwnFields.OddZernike);
        EvenZernike = Own(CsOwnFields.EvenZernike);
    }

    public CsJoinedField? Uid { get; }

    public CsJoinedField? Path { get; }

    public CsJoinedField? ImageIndex { get; }

    public CsJoinedField? Shape { get; }

    public CsJoinedField? PixelSize { get; }

    public CsJoinedField? Sign { get; }

    public CsJoinedField? GroupId { get; }

    public CsJoinedField? Voltage { get; }

    public CsJoinedField? SphericalAberration { get; }

    public CsJoinedField? AmplitudeContrast { get; }

    public CsJoinedField? DefocusU { get; }

    public CsJoinedField? DefocusV { get; }

    public CsJoinedField? DefocusAngle { get; }

    public CsJoinedField? PhaseShift { get; }

    public CsJoinedField? CtfScale { get; }

    public CsJoinedField? BFactor { get; }

    public CsJoinedField? Tilt { get; }

    public CsJoinedField? Trefoil { get; }

    public CsJoinedField? Tetrafoil { get; }

    public CsJoinedField? AnisotropicMagnification { get; }

    public CsJoinedField? Pose { get; }

    public CsJoinedField? Shift { get; }

    public CsJoinedField? ShiftPixelSize { get; }

    public CsJoinedField? Split { get; }

    public CsJoinedField? Scale { get; }

    public CsJoinedField? OddZernike { get; }

    public CsJoinedField? EvenZernike { get; }

    /// <summary>Fields that particles of one optics group have in common, those present.</summary>
    public IReadOnlyList<CsJoinedField> OpticsFields =>
    [
        .. new[]
        {
            GroupId, Voltage, SphericalAberration, AmplitudeContrast, Tilt, Trefoil, Tetrafoil, AnisotropicMagnification,
            PixelSize, Shape, Sign,
            OddZernike, EvenZernike,
        }.OfType<CsJoinedField>(),
    ];

    /// <summary>Fields whose every value must be finite, those present.</summary>
    public IReadOnlyList<CsJoinedField> FiniteFields =>
    [
        .. new[]
        {
            PixelSize, Sign, Voltage, SphericalAberration, AmplitudeContrast,
            DefocusU, DefocusV, DefocusAngle, PhaseShift, CtfScale, BFactor,
            Tilt, Trefoil, Tetrafoil, AnisotropicMagnification, Pose, Shift, ShiftPixelSize, Scale, OddZernike, EvenZernike,
        }.OfType<CsJoinedField>(),
    ];

    private CsJoinedField? Required(string name, CsFieldKind kind = CsFieldKind.Number, int elementCount = 1) =>
        Open(PartOf(name), name, kind, elementCount);

    private CsJoinedField? Optional(string name, int elementCount = 1, CsFieldKind kind = CsFieldKind.Number)
    {
        var part = PartOf(name);
        return part.Table.Find(name) is null ? null : Open(part, name, kind, elementCount);
    }

    private CsJoinedField? Own(string name) =>
        _rows.Slots.Contains(CsOwnFields.Slot) && PartOf(name) is var part && part.Table.Find(name) is { } column && HasAll(part)
            ? Open(part, name, CsFieldKind.Number, column.ElementCount)
            : null;

    private bool HasAll(CsPart part) => Enumerable.Range(0, _rows.RowCount).All(particle => part.RowOf(particle) >= 0);

    private CsPart PartOf(string name) => _rows.PartOf(name[..name.IndexOf('/', StringComparison.Ordinal)]);

    private CsJoinedField? Open(CsPart part, string name, CsFieldKind kind, int elementCount)
    {
        if (CsField.Check(part.Table, name, kind, elementCount) is not { } problem)
            return new CsJoinedField(part, CsField.Open(part.Table, name, kind, elementCount));
        // Each under its own kind, so that every missing field is named.
        _problems.Add($"field {name}", problem.Message);
        return null;
    }
}
