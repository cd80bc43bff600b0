using System.Globalization;
using SingleParticle.Collections;
using SingleParticle.Optics;

namespace SingleParticle.Particles.Cs;

/// <summary>Forms optics groups from the distinct values of the fields that particles of one group share.</summary>
/// <param name="fields">Opened fields.</param>
/// <param name="problems">Where values that cannot be are reported.</param>
internal sealed class CsOpticsGroupTable(CsParticleFields fields, ProblemList problems)
{
    private const double AngstromPerMillimetre = 1e7;
    private const double MilliradiansPerRadian = 1e3;

    private readonly IReadOnlyList<CsJoinedField> _shared = fields.OpticsFields;
    private readonly Dictionary<EquatableArray<byte>, int> _indexByValues = [];
    private readonly Dictionary<string, int> _nameCounts = new(StringComparer.Ordinal);
    private readonly List<OpticsGroup> _groups = [];
    private readonly byte[] _values = new byte[fields.OpticsFields.Sum(field => field.Bytes(0).Length)];
    private readonly byte[] _lastValues = new byte[fields.OpticsFields.Sum(field => field.Bytes(0).Length)];
    private int _lastIndex = -1;

    /// <summary>Groups in the order of their first particle.</summary>
    public IReadOnlyList<OpticsGroup> Groups => _groups;

    /// <summary>The group of a particle, formed where it is the first.</summary>
    /// <param name="particleIndex">0-based particle.</param>
    public int IndexOf(int particleIndex)
    {
        var filled = 0;
        foreach (var field in _shared)
        {
            var bytes = field.Bytes(particleIndex);
            bytes.CopyTo(_values.AsSpan(filled));
            filled += bytes.Length;
        }

        // Neighbours mostly share their group.
        if (_lastIndex >= 0 && _values.AsSpan().SequenceEqual(_lastValues))
            return _lastIndex;
        var key = EquatableArray.Create<byte>(_values);
        if (!_indexByValues.TryGetValue(key, out _lastIndex))
        {
            _lastIndex = _groups.Count;
            _indexByValues.Add(key, _lastIndex);
            _groups.Add(Form(particleIndex));
        }

        _values.CopyTo(_lastValues, 0);
        return _lastIndex;
    }

    private OpticsGroup Form(int particle) => new()
    {
        Name = NameOf(particle),
        VoltageKv = fields.Voltage!.Number(particle),
        SphericalAberrationMm = fields.SphericalAberration!.Number(particle),
        AmplitudeContrast = fields.AmplitudeContrast!.Number(particle),
        PixelSizeAngstrom = fields.PixelSize!.Number(particle),
        BoxPixels = BoxOf(particle),
        ContrastSign = fields.Sign is { } sign && sign.Number(particle) < 0 ? -1 : 1,
        ContrastOrigin = fields.Sign is null ? ContrastOrigin.Assumed : ContrastOrigin.Stated,
        AnisotropicMagnification = Values(fields.AnisotropicMagnification, particle, 4),
        BeamTiltMilliradians = (TiltMilliradians(particle, 0), TiltMilliradians(particle, 1)),
        TrefoilAngstrom = (fields.Trefoil?.Number(particle) ?? 0, fields.Trefoil?.Number(particle, 1) ?? 0),
        TetrafoilAngstrom = Values(fields.Tetrafoil, particle, 4),
        OddZernike = Values(fields.OddZernike, particle, fields.OddZernike?.ElementCount ?? 0),
        EvenZernike = Values(fields.EvenZernike, particle, fields.EvenZernike?.ElementCount ?? 0),
    };

    private string NameOf(int particle)
    {
        var id = (fields.GroupId?.Integer(particle) ?? 0).ToString(CultureInfo.InvariantCulture);
        var count = _nameCounts[id] = _nameCounts.GetValueOrDefault(id) + 1;
        return count == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{count}");
    }

    private int BoxOf(int particle)
    {
        var (rows, columns) = (fields.Shape!.Integer(particle), fields.Shape.Integer(particle, 1));
        if (rows != columns)
        {
            problems.Add("image not square", Describe(
                fields.Shape, particle, $"the image is {columns} x {rows} pixels; expected a square: extract again with one box"));
        }

        // 0 stands for a box that the stacks will tell.
        if (rows <= 1 << 16)
            return (int)rows;
        problems.Add("box size", Describe(fields.Shape, particle, $"the box is {rows} pixels; expected at most 65536"));
        return 0;
    }

    private double TiltMilliradians(int particle, int axis)
    {
        if (fields.Tilt is null || fields.Tilt.Number(particle, axis) is var tilt && tilt == 0)
            return 0;
        var sine = fields.Tilt.Number(particle, axis) / (fields.SphericalAberration!.Number(particle) * AngstromPerMillimetre);
        if (Math.Abs(sine) <= 1)
            return Math.Asin(sine) * MilliradiansPerRadian;
        problems.Add("beam tilt", Describe(
            fields.Tilt, particle, $"tilt_A / (cs_mm 1e7) = {sine}, expected at most 1 in size; correct one of the two"));
        return 0;
    }

    private static EquatableArray<double> Values(CsJoinedField? field, int particle, int count)
    {
        var values = new double[count];
        for (var element = 0; field is not null && element < count; element++)
            values[element] = field.Number(particle, element);
        return EquatableArray.Create<double>(values);
    }

    private static string Describe(CsJoinedField field, int particle, FormattableString problem) =>
        FormattableString.Invariant($"{field.SourcePath} {field.Name} row {field.RowOf(particle)}: ")
        + problem.ToString(CultureInfo.InvariantCulture);
}
