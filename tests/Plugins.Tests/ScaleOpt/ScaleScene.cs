using System.Globalization;
using System.Text;
using Host.Abstractions.Ports;
using SingleParticle.Formats.Mrc;
using SingleParticle.Fourier;
using SingleParticle.Geometry;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Optics;
using SingleParticle.Projection;
using SingleParticle.Statistics;
using SingleParticle.Volumes;
using Testing;

namespace Plugins.Tests.ScaleOpt;

/// <summary>Simulated particles with known scales, as a stack and a STAR file in a folder of a test's own.</summary>
internal sealed class ScaleScene : IDisposable
{
    public const int Box = 32;
    public const double PixelSizeAngstrom = 4;
    private const double DensityRadius = 0.22;
    public const double LobeCentreX = 26.5;

    private readonly TemporaryFolder _folder = new();
    private readonly ScaleSceneSettings _settings;
    private readonly RandomStream _random;
    private readonly OpticsGroup _optics;

    public ScaleScene(ScaleSceneSettings settings)
    {
        _settings = settings;
        _random = new RandomStream(settings.Seed);
        _optics = new OpticsGroup
        {
            Name = "1",
            VoltageKv = 300,
            SphericalAberrationMm = 2.7,
            AmplitudeContrast = 0.1,
            PixelSizeAngstrom = PixelSizeAngstrom,
            BoxPixels = Box,
            AnisotropicMagnification = [settings.Stretch, 0, 0, -settings.Stretch],
        };
        Body = BlobMap(_random.Split(1));
        Map = settings.LacksLobe is null ? Body : WithLobe(Body);
        MapPath = WriteMap("map.mrc", Map);
        Scale = [.. Enumerable.Range(0, settings.Count).Select(i =>
            settings.ScaleOfMicrograph?.Invoke(MicrographOf(i)) ?? settings.DrawScale(_random.Split(2).Split((ulong)i)))];
        ParticlesPath = _folder.File("particles.star");
        WriteParticles();
    }

    /// <summary>The molecule without its lobe.</summary>
    public Volume Body { get; }

    /// <summary>The true map.</summary>
    public Volume Map { get; }

    /// <summary>The true map as a file.</summary>
    public string MapPath { get; }

    /// <summary>The STAR file.</summary>
    public string ParticlesPath { get; }

    /// <summary>True scale of every row.</summary>
    public double[] Scale { get; }

    /// <summary>The particles as an input.</summary>
    public DataItem Particles() => new()
    {
        Type = DataTypes.Particles,
        Slots = [.. ParticleInputs.PosedSlots.Select(slot => new DataSlot(slot, ParticlesPath))],
        Header = new DataHeader { Count = _settings.Count, BoxPixels = Box, PixelSizeAngstrom = PixelSizeAngstrom },
    };

    /// <summary>A map as an input; the true one when none is given.</summary>
    public DataItem Volume(string? path = null) => new()
    {
        Type = DataTypes.Volume,
        Slots = [new DataSlot("map", path ?? MapPath)],
        Header = new DataHeader { BoxPixels = Box, PixelSizeAngstrom = PixelSizeAngstrom },
    };

    /// <summary>A mask as an input.</summary>
    public DataItem Mask(string name, Volume mask) => new()
    {
        Type = DataTypes.Mask,
        Slots = [new DataSlot("mask", WriteMap(name, mask))],
        Header = new DataHeader { BoxPixels = mask.BoxVoxels, PixelSizeAngstrom = mask.PixelSizeAngstrom },
    };

    /// <summary>Writes a map into the folder.</summary>
    public string WriteMap(string name, Volume map)
    {
        MrcVolumeWriter.Write(_folder.File(name), map);
        return _folder.File(name);
    }

    /// <summary>Copies the files of a job's output into the folder, where they outlive the job.</summary>
    public DataItem Keep(DataItem item) => item with
    {
        Slots = [.. item.Slots.Select(slot =>
        {
            var copy = _folder.File(Path.GetFileName(slot.Path));
            File.Copy(slot.Path, copy, overwrite: true);
            return slot with { Path = copy };
        })],
    };

    /// <summary>A soft ball.</summary>
    public static Volume Ball(double radiusVoxels, double centreX = Box / 2.0)
    {
        var ball = new Volume(Box, PixelSizeAngstrom);
        for (var i = 0; i < ball.Values.Length; i++)
        {
            var (x, y, z) = ((i % Box) - centreX, (i / Box % Box) - (Box / 2), (i / Box / Box) - (Box / 2));
            var beyond = Math.Sqrt((x * x) + (y * y) + (z * z)) - radiusVoxels;
            ball.Values[i] = (float)(0.5 + (0.5 * Math.Cos(Math.PI * Math.Clamp(beyond / 3, 0, 1))));
        }

        return ball;
    }

    public void Dispose() => _folder.Dispose();

    private static Volume BlobMap(RandomStream random)
    {
        var map = new Volume(Box, PixelSizeAngstrom);
        for (var blob = 0; blob < 120; blob++)
        {
            var centre = new double[3];
            do
            {
                for (var axis = 0; axis < 3; axis++)
                    centre[axis] = (2 * random.NextDouble()) - 1;
            }
            while (centre.Sum(c => c * c) > 1);
            var (sigma, height) = (0.7 + (0.3 * random.NextDouble()), 1 + (2 * random.NextDouble()));
            AddBlob(map, Array.ConvertAll(centre, c => (c * DensityRadius * Box) + (Box / 2)), sigma, height);
        }

        return map;
    }

    private static Volume WithLobe(Volume body)
    {
        var map = body.WithValues([.. body.Values]);
        AddBlob(map, [LobeCentreX, Box / 2, Box / 2], 1.8, 12);
        return map;
    }

    private static void AddBlob(Volume map, double[] centre, double sigma, double height)
    {
        for (var i = 0; i < map.Values.Length; i++)
        {
            var (x, y, z) = ((i % Box) - centre[0], (i / Box % Box) - centre[1], (i / Box / Box) - centre[2]);
            map.Values[i] += (float)(height * Math.Exp(-((x * x) + (y * y) + (z * z)) / (2 * sigma * sigma)));
        }
    }

    private void WriteParticles()
    {
        using var stack = MrcStackWriter.Create(_folder.File("stack.mrcs"), Box, PixelSizeAngstrom);
        using var complete = new ProjectionImage(Map, 0.45 * Box, 1);
        using var body = new ProjectionImage(Body, 0.45 * Box, 1);
        var star = new StringBuilder(Header());
        for (var row = 0; row < _settings.Count; row++)
        {
            var random = _random.Split(3).Split((ulong)row);
            var particle = RandomParticle(random, row);
            stack.Append(Image(_settings.LacksLobe?.Invoke(row) == true ? body : complete, particle, row, random));
            star.Append(RowOf(particle, row));
        }

        stack.Complete();
        File.WriteAllText(ParticlesPath, star.ToString());
    }

    private static (EulerAngles Angles, double Defocus) RandomParticle(RandomStream random, int row) => (
        new EulerAngles(
            (360 * random.NextDouble()) - 180,
            double.RadiansToDegrees(Math.Acos((2 * random.NextDouble()) - 1)),
            (360 * random.NextDouble()) - 180),
        10000 + (row * 7919 % 15000));

    private int MicrographOf(int row) => _settings.MicrographCount > 0 ? row % _settings.MicrographCount : 0;

    private double NoiseOf(int row) => row % 2 == 1 ? _settings.NoiseOfSecondGroup ?? _settings.Noise : _settings.Noise;

    private float[] Image(ProjectionImage projection, (EulerAngles Angles, double Defocus) particle, int row, RandomStream random)
    {
        var image = new float[Box * Box];
        var magnification = AnisotropicMagnification.FrequencyMatrix(_optics, MagnificationCorrection.Apply);
        projection.Project(SliceFrame.Of(Rotations.FromEulerAngles(particle.Angles), magnification), image);
        var fft = new RealFft2D(Box);
        var spectrum = new ComplexFloat[fft.SpectrumLength];
        fft.Forward(image, spectrum);
        var frequencies = new (double X, double Y)[spectrum.Length];
        for (var i = 0; i < frequencies.Length; i++)
        {
            var (x, y) = (i % fft.HalfWidth, i / fft.HalfWidth);
            frequencies[i] = (x / (Box * PixelSizeAngstrom), (y < Box / 2 ? y : y - Box) / (Box * PixelSizeAngstrom));
        }

        var amplitudes = new float[spectrum.Length];
        new CtfGrid(_optics, frequencies).Amplitudes(new CtfParameters(particle.Defocus, particle.Defocus), amplitudes);
        for (var i = 0; i < spectrum.Length; i++)
            spectrum[i] *= (float)Scale[row] * amplitudes[i];
        fft.Inverse(spectrum, image);
        for (var i = 0; i < image.Length; i++)
            image[i] += (float)(NoiseOf(row) * random.NextGaussian());
        return image;
    }

    private string Header()
    {
        var micrograph = _settings.MicrographCount > 0 ? "_rlnMicrographName\n" : "";
        var matrix = string.Create(CultureInfo.InvariantCulture, $"{1 / (1 + _settings.Stretch):R} 0 0 {1 / (1 - _settings.Stretch):R}");
        var half = _settings.HalfSetOf is null ? "" : "_rlnRandomSubset\n";
        return $"""
            data_optics
            loop_
            _rlnOpticsGroup
            _rlnVoltage
            _rlnSphericalAberration
            _rlnAmplitudeContrast
            _rlnImagePixelSize
            _rlnImageSize
            _rlnMagMat00
            _rlnMagMat01
            _rlnMagMat10
            _rlnMagMat11
            1 300 2.7 0.1 {PixelSizeAngstrom} {Box} {matrix}
            2 300 2.7 0.1 {PixelSizeAngstrom} {Box} {matrix}

            data_particles
            loop_
            _rlnImageName
            _rlnOpticsGroup
            _rlnDefocusU
            _rlnDefocusV
            _rlnDefocusAngle
            _rlnAngleRot
            _rlnAngleTilt
            _rlnAnglePsi
            _rlnOriginXAngst
            _rlnOriginYAngst
            {micrograph}{half}
            """;
    }

    private string RowOf((EulerAngles Angles, double Defocus) particle, int row)
    {
        var (angles, defocus) = particle;
        var group = _settings.NoiseOfSecondGroup is null ? 1 : (row % 2) + 1;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{row + 1}@stack.mrcs {group} {defocus} {defocus} 0 {angles.RotDegrees:R} {angles.TiltDegrees:R} {angles.PsiDegrees:R} 0 0");
        if (_settings.MicrographCount > 0)
            text += string.Create(CultureInfo.InvariantCulture, $" mic{MicrographOf(row):000}.mrc");
        if (_settings.HalfSetOf is { } halfSet)
            text += string.Create(CultureInfo.InvariantCulture, $" {halfSet(row)}");
        return text + "\n";
    }
}
