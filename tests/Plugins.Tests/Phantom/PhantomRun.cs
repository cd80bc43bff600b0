using System.Globalization;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Phantom;
using SingleParticle.Formats.Mrc;
using SingleParticle.Particles;
using SingleParticle.Volumes;
using Testing.Jobs;

namespace Plugins.Tests.Phantom;

/// <summary>A simulation run through the node, and what it delivered.</summary>
internal sealed class PhantomRun : IDisposable
{
    private readonly TestJobContext _context;

    private PhantomRun(TestJobContext context, JobResult result) => (_context, Result) = (context, result);

    public JobResult Result { get; }

    public string Folder => _context.OutputFolder;

    public string ScratchFolder => _context.ScratchFolder;

    public string Stack => Path.Combine(Folder, "particles.mrcs");

    /// <summary>Small and quick; later parameters win.</summary>
    public static PhantomRun Of(params (string Name, string Value)[] parameters) => Of(1, 2, parameters);

    public static PhantomRun Of(ulong seed, int threadCount, params (string Name, string Value)[] parameters)
    {
        var context = Context(seed, threadCount, parameters);
        return new PhantomRun(context, new SimulateNode().RunAsync(context, CancellationToken.None).GetAwaiter().GetResult());
    }

    public static TestJobContext Context(ulong seed, int threadCount, params (string Name, string Value)[] parameters)
    {
        var context = new TestJobContext { Seed = seed, Resources = new GrantedResources(threadCount, 2L << 30) };
        (string Name, string Value)[] small = [("particles", "24"), ("box_pixels", "32"), ("pixel_size_angstrom", "6"), ("atoms", "400")];
        foreach (var (name, value) in small.Concat(parameters))
            context.Set(name, value);
        return context;
    }

    public DataItem Item(string output) => Result.Outputs[output].Single();

    public string PathOf(string output) => Item(output).Slots[0].Path;

    public Volume Volume(string output) => MrcVolumeReader.Read(PathOf(output));

    public Volume[] StateMaps() => [.. Result.Outputs["volumes"].Select(item => MrcVolumeReader.Read(item.PathOf("map")))];

    public ParticleSet Read(string output = "particles")
    {
        var item = Item(output);
        var reading = ParticleSetReader.Read(
            new ParticleSource(item.Slots.ToDictionary(slot => slot.Name, slot => slot.Path), item.SearchRoots));
        reading.Problems.Should().BeEmpty();
        reading.Warnings.Should().BeEmpty();
        return reading.Set!;
    }

    /// <summary>Rows of the truth table by column name.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Truth()
    {
        var lines = File.ReadAllLines(PathOf("truth"));
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => line.Split(',').Zip(names).ToDictionary(pair => pair.Second, pair => pair.First))];
    }

    public double[] TruthNumbers(string column) =>
        [.. Truth().Select(row => double.Parse(row[column], CultureInfo.InvariantCulture))];

    /// <summary>Images of the stack, as stored.</summary>
    public float[][] Images()
    {
        using var stack = MrcStack.Open(Stack);
        return [.. Enumerable.Range(0, stack.ImageCount).Select(index =>
        {
            var image = new float[stack.WidthPixels * stack.WidthPixels];
            stack.ReadImage(index, image);
            return image;
        })];
    }

    public void Dispose() => _context.Dispose();
}
