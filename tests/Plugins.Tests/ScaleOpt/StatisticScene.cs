using Host.Abstractions.Ports;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;
using SingleParticle.Statistics;
using Testing;

namespace Plugins.Tests.ScaleOpt;

/// <summary>Particles that carry scales and class posteriors, in a file of either format.</summary>
internal sealed class StatisticScene : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ScaleScene _scene;
    private readonly string _extension;

    /// <param name="extension">.star or .cs.</param>
    /// <param name="count">Number of particles.</param>
    public StatisticScene(string extension = ".star", int count = 200)
    {
        (_extension, _scene) = (extension, new ScaleScene(new ScaleSceneSettings { Count = count, Noise = 1 }));
        var random = new RandomStream(5);
        Mode = [.. Enumerable.Range(0, count).Select(row => row % 3 == 0 ? 0 : 1)];
        Scale = [.. Mode.Select(mode => (float)((mode == 0 ? 0.75 : 1.25) + (0.1 * random.NextGaussian())))];
    }

    /// <summary>Mode of the scale of every particle: a third have .75, the others 1.25.</summary>
    public int[] Mode { get; }

    /// <summary>Scale of every particle; may be changed before the file is written.</summary>
    public float[] Scale { get; }

    /// <summary>Posterior of the first of two classes, by row.</summary>
    public static float FirstPosterior(int row) => (row % 5) switch { 0 => 1, 1 => 0.9f, 2 => 0.5f, 3 => 0.3f, _ => 0 };

    /// <summary>Particles with scales and their standard errors.</summary>
    public DataItem WithScales() => Write(new ParticleUpdate
    {
        Rows = Rows(),
        Scale = Scale,
        ScaleStandardError = [.. Scale.Select(_ => 0.05f)],
    });

    /// <summary>Particles with class posteriors.</summary>
    public DataItem WithPosteriors() => Write(new ParticleUpdate
    {
        Rows = Rows(),
        ClassCount = 2,
        ClassIndex = [.. Rows().Select(row => FirstPosterior(row) >= 0.5f ? 0 : 1)],
        ClassPosteriors = [.. Rows().SelectMany(row => new[] { FirstPosterior(row), 1 - FirstPosterior(row) })],
    });

    /// <summary>Particles with neither.</summary>
    public DataItem Plain() => Write(new ParticleUpdate { Rows = Rows() });

    /// <summary>Removes the files.</summary>
    public void Dispose()
    {
        _scene.Dispose();
        _folder.Dispose();
    }

    private int[] Rows() => [.. Enumerable.Range(0, Scale.Length)];

    private DataItem Write(ParticleUpdate update)
    {
        var item = _scene.Particles();
        var set = ParticleSetReader.Read(ParticleInputs.SourceOf(item)).Set!;
        var table = _extension == ".cs" ? ParticleConversion.ToCryosparc(set).Table : set.Table;
        var path = _folder.File("particles" + _extension);
        table.Write(path, update, ImagePathStyle.RelativeToFile);
        return item with
        {
            Slots = [.. item.Slots.Select(slot => slot with { Path = path })],
            SearchRoots = [Path.GetDirectoryName(_scene.ParticlesPath)!],
        };
    }
}
