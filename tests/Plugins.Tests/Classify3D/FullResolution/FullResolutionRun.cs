using Host.Abstractions.Running;
using Plugin.Classify3D;
using Plugins.Tests.Phantom;
using Testing.Jobs;

namespace Plugins.Tests.Classify3D.FullResolution;

/// <summary>Simulated particles of two states classified on a small working box, and reconstructed on their own.</summary>
public sealed class FullResolutionRun : IAsyncLifetime, IDisposable
{
    public const int Box = 40;

    public const double PixelSizeAngstrom = 4;

    /// <summary>Twice the images' Nyquist: the working box has half their edge.</summary>
    public const double TargetAngstrom = 16;

    internal PhantomRun Phantom { get; } = PhantomRun.Of(
        ("particles", "300"), ("box_pixels", "40"), ("pixel_size_angstrom", "4"), ("snr", "1"), ("populations", "0.6, 0.4"));

    public TestJobContext Context { get; private set; } = null!;

    public JobResult Result { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Context = Job(Phantom, wanted: true);
        Result = await new Classify3DNode().RunAsync(Context, default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Context.Dispose();
        Phantom.Dispose();
    }

    internal static TestJobContext Job(PhantomRun phantom, bool wanted, long memoryBytes = 1L << 30) =>
        new TestJobContext { Seed = 1, Resources = new GrantedResources(2, memoryBytes) }
            .Connect("particles", phantom.Item("particles"))
            .Connect("solvent_mask", phantom.Item("solvent"))
            .Set("classes", "2").Set("target_resolution_angstrom", "16").Set("full_resolution_maps", wanted ? "true" : "false");
}
