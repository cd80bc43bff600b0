using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;
using Testing;
using Testing.Jobs;

namespace Plugins.Tests.Classify3D;

/// <summary>The small ribosome set classified once from each format, for all tests that look at what comes out.</summary>
public sealed class SmokeRun : IAsyncLifetime, IDisposable
{
    public const string Folder = "data/smoke";

    /// <summary>One more than the states, so that posteriors are not all 0 or 1.</summary>
    public const int ClassCount = 3;

    private readonly Dictionary<string, (TestJobContext Context, JobResult Result)> _runs = [];

    public async Task InitializeAsync()
    {
        if (SharedData.Find(Folder) is null)
            return;
        foreach (var extension in new[] { ".cs", ".star" })
        {
            var context = new TestJobContext { Seed = 1 }
                .Connect("particles", Particles(extension))
                .Set("classes", FormattableString.Invariant($"{ClassCount}"))
                .Set("target_resolution_angstrom", "16");
            _runs[extension] = (context, await new Classify3DNode().RunAsync(context, default));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var (context, _) in _runs.Values)
            context.Dispose();
    }

    public TestJobContext Context(string extension) => _runs[extension].Context;

    public JobResult Result(string extension) => _runs[extension].Result;

    /// <summary>The particles as they are connected.</summary>
    public static DataItem Particles(string extension)
    {
        var path = Path.Combine(SharedData.Require(Folder), "particles" + extension);
        return new DataItem
        {
            Type = DataTypes.Particles,
            Slots = [.. ParticleInputs.PosedSlots.Select(slot => new DataSlot(slot, path))],
            Header = new DataHeader { Count = 400, BoxPixels = 64, PixelSizeAngstrom = 6.4 },
            SearchRoots = [SharedData.Require(Folder)],
        };
    }

    /// <summary>Particles that a job has delivered, read back.</summary>
    public static ParticleSet Read(DataItem item)
    {
        var files = item.Slots.ToDictionary(slot => slot.Name, slot => slot.Path);
        var reading = ParticleSetReader.Read(new ParticleSource(files, item.SearchRoots));
        return reading.Set ?? throw new InvalidDataException(string.Join(Environment.NewLine, reading.Problems));
    }
}
