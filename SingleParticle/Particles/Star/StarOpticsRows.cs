using SingleParticle.Geometry;
using SingleParticle.Optics;

namespace SingleParticle.Particles.Star;

/// <summary>Reads the rows of data_optics.</summary>
internal sealed class StarOpticsRows
{
    private const string Remedy = "RELION 3.1 and later write it in data_optics";

    private readonly StarParticleLayout _layout;
    private readonly StarValues _values;
    private readonly StarColumns _columns;
    private readonly int[] _microscope;
    private readonly int[] _beamTilt;
    private readonly int[] _magnification;
    private readonly int _number;
    private readonly int _pixelSize;

    /// <summary>Finds the columns of data_optics.</summary>
    /// <param name="layout">Blocks of the file, with optics.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public StarOpticsRows(StarParticleLayout layout, ProblemList problems)
    {
        _layout = layout;
        _values = new StarValues(layout.File, layout.Optics!, problems);
        _columns = new StarColumns(layout.File, layout.OpticsBlock!, layout.Optics!, problems);
        _number = _columns.Required("optics group", Remedy, StarLabel.OpticsGroup)[0];
        _microscope = _columns.Required("CTF", Remedy, StarLabel.Voltage, StarLabel.SphericalAberration, StarLabel.AmplitudeContrast);
        _pixelSize = _columns.Required("pixel size", Remedy, StarLabel.ImagePixelSize)[0];
        _beamTilt = _columns.AllOrNone("beam tilt", StarLabel.BeamTiltX, StarLabel.BeamTiltY);
        _magnification = _columns.AllOrNone(
            "magnification matrix",
            StarLabel.MagnificationXX,
            StarLabel.MagnificationXY,
            StarLabel.MagnificationYX,
            StarLabel.MagnificationYY);
    }

    /// <summary>The groups by their number.</summary>
    public Dictionary<long, OpticsGroup> Read()
    {
        var groups = new Dictionary<long, OpticsGroup>();
        if (_number < 0)
            return groups;
        for (var row = 0; row < _layout.Optics!.RowCount; row++)
        {
            _values.MoveTo(row);
            if (!groups.TryAdd(_values.Whole(_number, absent: 0), ReadGroup()))
                _values.Refuse(_number, "a number of its own for every optics group; number them differently");
        }

        return groups;
    }

    private OpticsGroup ReadGroup()
    {
        RefuseWhatIsNotRawImages();
        var nameColumn = _columns.Optional(StarLabel.OpticsGroupName);
        return new OpticsGroup
        {
            Name = _values.Text(nameColumn >= 0 ? nameColumn : _number),
            VoltageKv = _values.Positive(_microscope[0], absent: 300),
            SphericalAberrationMm = _values.Number(_microscope[1]),
            AmplitudeContrast = StarFraction.Read(_values, _microscope[2]),
            PixelSizeAngstrom = _values.Positive(_pixelSize, absent: 1),
            BoxPixels = ReadBox(),
            AnisotropicMagnification = [.. ReadDistortion()],
            BeamTiltMilliradians = (_values.Number(_beamTilt[0]), _values.Number(_beamTilt[1])),
            ContrastSign = StarContrastSign.Read(_values, _columns.Optional(StarLabel.ContrastSign)),
            ContrastOrigin = _layout.Optics!.Has(StarLabel.ContrastSign) ? ContrastOrigin.Stated : ContrastOrigin.Assumed,
            TrefoilAngstrom = ReadCoefficients(StarLabel.Trefoil, 2) is var trefoil ? (trefoil[0], trefoil[1]) : default,
            TetrafoilAngstrom = [.. ReadCoefficients(StarLabel.Tetrafoil, 4)],
            OddZernike = [.. _values.List(_columns.Optional(StarLabel.OddZernike))],
            EvenZernike = [.. _values.List(_columns.Optional(StarLabel.EvenZernike))],
        };
    }

    private double[] ReadCoefficients(string label, int count)
    {
        var column = _columns.Optional(label);
        var values = _values.List(column);
        if (column < 0 || values.Length == count)
            return column < 0 ? new double[count] : values;
        _values.Refuse(column, FormattableString.Invariant($"a list of {count} numbers in one word, such as [0.1,0.2]; correct the value"));
        return new double[count];
    }

    // 0 stands for a box that the stacks will tell.
    private int ReadBox()
    {
        var column = _columns.Optional(StarLabel.ImageSize);
        var box = _values.Whole(column, absent: 0);
        if (column < 0 || box is > 0 and <= 1 << 16)
            return (int)box;
        _values.Refuse(column, "the edge of the images in pixels; correct the value");
        return 0;
    }

    private double[] ReadDistortion()
    {
        if (_magnification[0] < 0)
            return [0, 0, 0, 0];
        var matrix = new Matrix2(
            _values.Number(_magnification[0], absent: 1),
            _values.Number(_magnification[1]),
            _values.Number(_magnification[2]),
            _values.Number(_magnification[3], absent: 1));
        if (Math.Abs(matrix.Determinant) > 1e-6)
            return [.. RelionMagnification.ToDistortion(matrix)];
        _values.Refuse(
            _magnification[0], "the first element of a magnification matrix near the identity (rlnMagMat00 to 11), not a singular one");
        return [0, 0, 0, 0];
    }

    private void RefuseWhatIsNotRawImages()
    {
        var dimensionality = _columns.Optional(StarLabel.ImageDimensionality);
        if (_values.Whole(dimensionality, absent: 2) != 2)
            _values.Refuse(dimensionality, "2; sub-tomograms cannot be classified here, extract 2D images");
        foreach (var label in (string[])[StarLabel.IsPremultiplied, StarLabel.IsPhaseFlipped])
        {
            var column = _columns.Optional(label);
            if (_values.Whole(column, absent: 0) != 0)
                _values.Refuse(column, "0; images must not be multiplied by their CTF or phase-flipped; extract them again without that");
        }
    }
}
