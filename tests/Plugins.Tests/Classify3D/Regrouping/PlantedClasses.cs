using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D;
using Plugins.Tests.Classify3D.Planted;
using SingleParticle.Formats.Mrc;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;
using SingleParticle.Statistics;
using SingleParticle.Volumes;
using Testing;
using Testing.Jobs;

namespace Plugins.Tests.Classify3D.Regrouping;

/// <summary>Particles in four classes of two states: classes 1 and 3 are one state, 2 and 4 the other.</summary>
internal sealed class PlantedClasses : IDisposable
{
    public const int ClassCount = 4;

    private readonly TemporaryFolder _folder = new();
    private readonly ParticleSet _set;
    private readonly DataItem _input;
    private readonly RandomStream _random = new(5);

    /// <summary>Writes posteriors into a particle file.</summary>
    /// <param name="input">Particles without classes.</param>
    /// <param name="leak">Posterior that goes to the classes of the other state.</param>
    public PlantedClasses(DataItem input, double leak = 0.02)
    {
        _input = input;
        _set = SmokeRun.Read(input);
        States = [.. _set.Particles.Select((_, row) => row % 5 < 3 ? 0 : 1)];
        Posteriors = [.. States.SelectMany(state => Draw(state, leak))];
        ClassIndex = [.. Posteriors.Chunk(ClassCount).Select(row => Array.IndexOf(row, row.Max()))];
    }

    public int[] States { get; }

    public float[] Posteriors { get; }

    public int[] ClassIndex { get; }

    /// <summary>The particles with every posterior.</summary>
    public DataItem WithPosteriors() => Write(
        "posteriors", new ParticleUpdate
        {
            Rows = [.. Enumerable.Range(0, States.Length)],
            ClassIndex = ClassIndex,
            ClassCount = ClassCount,
            ClassPosteriors = Posteriors,
        });

    /// <summary>The particles with the most likely class alone.</summary>
    public DataItem WithClassesOnly() =>
        Write("classes", new ParticleUpdate { Rows = [.. Enumerable.Range(0, States.Length)], ClassIndex = ClassIndex });

    /// <summary>Maps of the classes with noise of their own, and their half maps.</summary>
    /// <param name="noise">Noise of half maps, in density of the brightest blob.</param>
    public IReadOnlyList<DataItem> Volumes(double noise) => [.. Enumerable.Range(0, ClassCount).Select(k =>
    {
        var truth = PlantedStates.Map(k % 2);
        var (a, b) = (Noisy(truth, noise), Noisy(truth, noise));
        var mean = truth.WithValues([.. a.Values.Zip(b.Values, (x, y) => (x + y) / 2)]);
        var (path, pathA, pathB) = (File($"map{k}.mrc"), File($"map{k}_a.mrc"), File($"map{k}_b.mrc"));
        MrcVolumeWriter.Write(path, mean);
        MrcVolumeWriter.Write(pathA, a);
        MrcVolumeWriter.Write(pathB, b);
        return VolumeInputs.WrittenMap(path, mean, "", (pathA, pathB));
    })];

    /// <summary>A job of the node.</summary>
    /// <param name="particles">Particles.</param>
    /// <param name="volumes">Maps.</param>
    /// <param name="parameters">Name and value, in turn.</param>
    public static TestJobContext Job(DataItem particles, IReadOnlyList<DataItem> volumes, params string[] parameters)
    {
        var context = new TestJobContext().Connect("particles", particles);
        if (volumes.Count > 0)
            context.Connect("volumes", [.. volumes]);
        for (var i = 0; i < parameters.Length; i += 2)
            context.Set(parameters[i], parameters[i + 1]);
        return context;
    }

    /// <summary>Group of every class, from the table.</summary>
    /// <param name="result">Result of the node.</param>
    public static string[] GroupsOf(JobResult result) =>
        [.. System.IO.File.ReadAllLines(result.Outputs["groups"][0].PathOf("table")).Skip(1).Select(line => line.Split(',')[1])];

    /// <summary>Runs the node.</summary>
    /// <param name="context">The job.</param>
    public static Task<JobResult> Run(TestJobContext context) => new RegroupClassesNode().RunAsync(context, default);

    public void Dispose() => _folder.Dispose();

    private string File(string name) => _folder.File(name);

    private DataItem Write(string name, ParticleUpdate update)
    {
        var path = File(name + ParticleInputs.ExtensionOf(_set));
        _set.Table.Write(path, update, ImagePathStyle.RelativeToFile);
        return ParticleInputs.Written(_input, path, update.Rows.Length, "", "alignments3D_multi");
    }

    // Any share between the two classes of a state is as good as another: nothing tells them apart.
    private float[] Draw(int state, double leak)
    {
        var share = 0.2 + (0.6 * _random.NextDouble());
        var posteriors = new double[ClassCount];
        (posteriors[state], posteriors[state + 2]) = (share * (1 - leak), (1 - share) * (1 - leak));
        (posteriors[1 - state], posteriors[3 - state]) = (leak / 2, leak / 2);
        return Array.ConvertAll(posteriors, value => (float)value);
    }

    private Volume Noisy(Volume map, double noise) =>
        map.WithValues(Array.ConvertAll(map.Values, value => (float)(value + (noise * _random.NextGaussian()))));
}
