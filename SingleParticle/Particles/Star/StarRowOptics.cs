using System.Globalization;
using SingleParticle.Optics;

namespace SingleParticle.Particles.Star;

/// <summary>Optics of RELION 3.0 and earlier: every row repeats them; rows with equal values form a group.</summary>
internal sealed class StarRowOptics : IStarOptics
{
    private const double AngstromPerMicrometre = 1e4;

    private readonly int[] _microscope;
    private readonly int[] _beamTilt;
    private readonly int[] _detector = [-1, -1];
    private readonly int _pixelSize;
    private readonly int _contrastSign;
    private readonly Dictionary<RowOptics, int> _indices = [];
    private readonly List<OpticsGroup> _groups = [];

    /// <summary>Finds the columns.</summary>
    /// <param name="layout">Blocks of the file.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public StarRowOptics(StarParticleLayout layout, ProblemList problems)
    {
        var columns = new StarColumns(layout.File, layout.ParticleBlock, layout.Particles, problems);
        _microscope = columns.Required(
            "CTF",
            "RELION 3.1 and later write them in data_optics, which this file does not have, earlier versions in every row",
            StarLabel.Voltage,
            StarLabel.SphericalAberration,
            StarLabel.AmplitudeContrast);
        _beamTilt = columns.AllOrNone("beam tilt", StarLabel.BeamTiltX, StarLabel.BeamTiltY);
        _pixelSize = Math.Max(columns.Optional(StarLabel.ImagePixelSize), columns.Optional(StarLabel.PixelSize));
        _contrastSign = columns.Optional(StarLabel.ContrastSign);
        if (_pixelSize < 0)
        {
            _detector = columns.Required(
                "pixel size", "RELION 3.0 and earlier tell it by these two", StarLabel.DetectorPixelSize, StarLabel.Magnification);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<OpticsGroup> Groups => _groups;

    /// <inheritdoc/>
    public int IndexOf(StarValues values)
    {
        var optics = new RowOptics(
            values.Positive(_microscope[0], absent: 300),
            values.Number(_microscope[1]),
            StarFraction.Read(values, _microscope[2]),
            PixelSizeAngstrom(values),
            values.Number(_beamTilt[0]),
            values.Number(_beamTilt[1]),
            StarContrastSign.Read(values, _contrastSign),
            _contrastSign < 0 ? ContrastOrigin.Assumed : ContrastOrigin.Stated);
        if (_indices.TryGetValue(optics, out var index))
            return index;
        _groups.Add(optics.ToGroup((_groups.Count + 1).ToString(CultureInfo.InvariantCulture)));
        return _indices[optics] = _groups.Count - 1;
    }

    private double PixelSizeAngstrom(StarValues values) => _pixelSize >= 0
        ? values.Positive(_pixelSize, absent: 1)
        : values.Positive(_detector[0], absent: 1) * AngstromPerMicrometre / values.Positive(_detector[1], absent: AngstromPerMicrometre);

    private readonly record struct RowOptics(
        double VoltageKv,
        double SphericalAberrationMm,
        double AmplitudeContrast,
        double PixelSizeAngstrom,
        double BeamTiltX,
        double BeamTiltY,
        double ContrastSign,
        ContrastOrigin ContrastOrigin)
    {
        public OpticsGroup ToGroup(string name) => new()
        {
            Name = name,
            VoltageKv = VoltageKv,
            SphericalAberrationMm = SphericalAberrationMm,
            AmplitudeContrast = AmplitudeContrast,
            PixelSizeAngstrom = PixelSizeAngstrom,
            BoxPixels = 0,
            BeamTiltMilliradians = (BeamTiltX, BeamTiltY),
            ContrastSign = ContrastSign,
            ContrastOrigin = ContrastOrigin,
        };
    }
}
