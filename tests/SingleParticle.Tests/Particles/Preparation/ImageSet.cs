using System.Numerics;
using SingleParticle.Formats.Mrc;
using SingleParticle.Optics;
using SingleParticle.Particles;
using Testing;

namespace SingleParticle.Tests.Particles.Preparation;

/// <summary>A small particle set with its stacks in a folder of its own.</summary>
internal sealed class ImageSet : IDisposable
{
    public const int Box = 16;
    public const double PixelSize = 1.5;

    private readonly TemporaryFolder _folder = new();

    public static OpticsGroup Optics { get; } = new()
    {
        Name = "one",
        VoltageKv = 300,
        SphericalAberrationMm = 2.7,
        AmplitudeContrast = 0.1,
        PixelSizeAngstrom = PixelSize,
        BoxPixels = Box,
    };

    public string CacheFolder => _folder.File("cache");

    public string CacheFile => Path.Combine(CacheFolder, "particles.cache");

    public string FileIn(string name) => _folder.File(name);

    public string WriteStack(string name, IReadOnlyList<float[]> images, double pixelSizeAngstrom = PixelSize)
    {
        var path = _folder.File(name);
        using var writer = MrcStackWriter.Create(path, (int)Math.Sqrt(images[0].Length), pixelSizeAngstrom);
        foreach (var image in images)
            writer.Append(image);
        writer.Complete();
        return path;
    }

    public static ParticleSet Of(IReadOnlyList<string> files, IReadOnlyList<OpticsGroup> optics, params Particle[] particles) =>
        new(particles, optics, files, new NoTable());

    public static Particle Particle(int imageIndex, double shiftX = 0, double shiftY = 0) => new()
    {
        Uid = (ulong)imageIndex + 1,
        ImageIndex = imageIndex,
        ShiftAngstrom = new Vector2((float)shiftX, (float)shiftY),
        DefocusUAngstrom = 12000,
        DefocusVAngstrom = 11000,
        DefocusAngleRadians = 0.4f,
        CtfScale = 1,
        Scale = 1,
    };

    public static float[] Noise(int seed, int box = Box)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, box * box).Select(_ =>
            (float)(3 + (2 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))))];
    }

    public void Dispose() => _folder.Dispose();

    private sealed class NoTable : IParticleTable
    {
        public ParticleTableFormat Format => ParticleTableFormat.Relion;

        public IReadOnlyList<string> Slots => [];

        public ParticleClasses? ReadClasses() => null;

        public double[]? ReadNumbers(ParticleQuantity quantity) => null;

        public string[]? ReadMicrographs() => null;

        public IParticleTable WithImageFiles(IReadOnlyList<string> imageFiles) => this;

        public void Write(string path, ParticleUpdate update, ImagePathStyle imagePaths) => throw new NotSupportedException();
    }
}
