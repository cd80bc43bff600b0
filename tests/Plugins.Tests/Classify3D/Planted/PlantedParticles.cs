using System.Globalization;
using System.Text;
using Host.Abstractions.Ports;
using SingleParticle.Formats.Mrc;
using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Statistics;
using Testing;

namespace Plugins.Tests.Classify3D.Planted;

/// <summary>Particles of known states on disk, as RELION writes them: small, quick to make, removed when disposed.</summary>
public sealed class PlantedParticles : IDisposable
{
    private static readonly string[] Columns =
    [
        "ImageName", "OpticsGroup", "DefocusU", "DefocusV", "DefocusAngle", "AngleRot", "AngleTilt", "AnglePsi", "OriginXAngst",
        "OriginYAngst",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly PlantedOptions _options;
    private readonly OpticsGroup _optics;
    private readonly string[] _rows;

    /// <summary>Makes the particles.</summary>
    /// <param name="options">What they are like.</param>
    public PlantedParticles(PlantedOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _optics = new OpticsGroup
        {
            Name = "1",
            VoltageKv = 300,
            SphericalAberrationMm = 2.7,
            AmplitudeContrast = 0.1,
            PixelSizeAngstrom = PlantedStates.PixelSizeAngstrom,
            BoxPixels = PlantedStates.Box,
            AnisotropicMagnification = [.. options.AnisotropicMagnification],
        };
        (States, _rows) = (new int[options.Count], new string[options.Count]);
        Simulate();
    }

    /// <summary>State of every particle.</summary>
    public int[] States { get; }

    /// <summary>The particles as an input of a node.</summary>
    public DataItem Item => Write("particles.star", [], []);

    /// <summary>The particles with one more column.</summary>
    /// <param name="label">Name of the column without its rln, `ClassNumber` for instance, or a whole name that begins with sp.</param>
    /// <param name="values">Its value for every particle.</param>
    public DataItem With(string label, IEnumerable<int> values) => Write(label + ".star", [label], [.. values]);

    /// <summary>Removes the files.</summary>
    public void Dispose() => _folder.Dispose();

    private void Simulate()
    {
        var random = new RandomStream(_options.Seed);
        using var imager = new PlantedImager(_optics, _options.Shares.Length, _options.Symmetry);
        using var stack = MrcStackWriter.Create(_folder.File("stack.mrcs"), PlantedStates.Box, PlantedStates.PixelSizeAngstrom);
        for (var i = 0; i < _options.Count; i++)
        {
            States[i] = StateOf((i + 0.5) / _options.Count);
            var angles = new EulerAngles(
                360 * random.NextDouble(), double.RadiansToDegrees(Math.Acos((2 * random.NextDouble()) - 1)), 360 * random.NextDouble());
            var defocus = 8000 + (12000 * random.NextDouble());
            var isOther = i % 2 != 0 && _options.OtherPixelSizeAngstrom is not null;
            var image = imager.Image(
                States[i],
                Rotations.FromEulerAngles(angles),
                new CtfParameters(defocus, defocus + 300),
                isOther ? _options.OtherPixelSizeAngstrom!.Value : PlantedStates.PixelSizeAngstrom);
            AddNoise(image, _options.Scale(i), random);
            stack.Append(image);
            _rows[i] = string.Create(
                CultureInfo.InvariantCulture,
                $"{i + 1:000000}@stack.mrcs {(isOther ? 2 : 1)} {defocus:R} {defocus + 300:R} 0 {angles.RotDegrees:R} "
                    + $"{angles.TiltDegrees:R} {angles.PsiDegrees:R} 0 0");
        }

        stack.Complete();
    }

    private int StateOf(double quantile)
    {
        // Spread over the file with a stride that shares no factor with typical counts, so that any stretch of it has every state.
        var (point, state) = (quantile * 7919 % 1, 0);
        for (; state < _options.Shares.Length - 1 && point >= _options.Shares[state]; state++)
            point -= _options.Shares[state];
        return state;
    }

    private void AddNoise(float[] image, double scale, RandomStream random)
    {
        var signal = Math.Sqrt(image.Average(value => (double)value * value));
        for (var i = 0; i < image.Length; i++)
            image[i] = _options.ContrastSign * (float)((scale * image[i]) + (_options.NoiseToSignal * signal * random.NextGaussian()));
    }

    private DataItem Write(string name, string[] labels, int[] values)
    {
        var text = new StringBuilder("data_optics\n\nloop_\n");
        foreach (var label in new[]
            {
                "OpticsGroup", "OpticsGroupName", "AmplitudeContrast", "SphericalAberration", "Voltage", "ImagePixelSize", "ImageSize",
                "ImageDimensionality", "MagMat00", "MagMat01", "MagMat10", "MagMat11",
            })
            text.Append("_rln").Append(label).Append('\n');
        var matrix = AnisotropicMagnification.FrequencyMatrix(_optics, MagnificationCorrection.Apply);
        AppendGroup("1 one", PlantedStates.PixelSizeAngstrom);
        if (_options.OtherPixelSizeAngstrom is { } other)
            AppendGroup("2 two", _options.TellsOtherPixelSize ? other : PlantedStates.PixelSizeAngstrom);
        text.Append("\ndata_particles\n\nloop_\n");
        foreach (var label in Columns.Concat(labels))
            text.Append(label.StartsWith("sp", StringComparison.Ordinal) ? "_" : "_rln").Append(label).Append('\n');
        for (var i = 0; i < _rows.Length; i++)
            text.Append(_rows[i]).Append(labels.Length > 0 ? $" {values[i]}" : "").Append('\n');
        return ItemOf(_folder.Write(name, text.ToString()));

        void AppendGroup(string group, double pixelSizeAngstrom) => text.Append(
            CultureInfo.InvariantCulture,
            $"{group} 0.1 2.7 300 {pixelSizeAngstrom} {PlantedStates.Box} 2 {matrix.XX:R} {matrix.XY:R} {matrix.YX:R} {matrix.YY:R}\n");
    }

    private DataItem ItemOf(string path) => new()
    {
        Type = DataTypes.Particles,
        Slots = [new("blob", path), new("ctf", path), new("alignments3D", path)],
        Header = new DataHeader
        {
            Count = _options.Count,
            BoxPixels = PlantedStates.Box,
            PixelSizeAngstrom = PlantedStates.PixelSizeAngstrom,
        },
        SearchRoots = [_folder.FullPath],
    };
}
