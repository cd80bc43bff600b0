using Host.Abstractions.Plugins;
using Host.Runner.Execution;
using Host.Runner.Loading;

namespace EndToEnd.Tests;

/// <summary>The really built plug-ins are loaded, run, replaced and unloaded, and are gone afterwards.</summary>
[Collection(SimulatedSet.Collection)]
public sealed class HostingTests(SimulatedSet set)
{
    [Fact]
    public async Task All_plug_ins_leave_memory_after_a_run_and_their_replacements_do_the_same_work()
    {
        var folder = set.Folder("hosting");
        var plugins = Path.Combine(folder, "plugins");
        Copy(LocalHost.Plugins, plugins);
        using var observer = new StopPoint("none", "");
        using var service = PluginHost.Open([plugins], new PluginCache(Path.Combine(folder, "cache")));
        var host = new WorkflowHost(folder, service);
        (await host.RunAsync(set.Classification, observer, default)).State.Should().Be(RunState.Completed);

        foreach (var manifest in Directory.GetFiles(plugins, PluginManifestJson.FileName, SearchOption.AllDirectories))
            Rename(manifest);
        var changes = await service.RefreshAsync(default);

        changes.Select(change => change.Kind).Should().Equal(Enumerable.Repeat(PluginChangeKind.Replaced, 4));
        var former = await service.WhenUnloadedAsync();
        former.Count.Should().Be(3, "the phantom plug-in was never used, so it was never loaded");
        StillAlive(former).Should().BeEmpty();

        Directory.Delete(Path.Combine(folder, "runs"), recursive: true);
        Directory.Delete(Path.Combine(folder, "exports"), recursive: true);
        (await host.RunAsync(set.Classification, observer, default)).State.Should().Be(RunState.Completed);
        Deliveries.Differences(set.Undisturbed, folder).Should().BeEmpty("a plug-in of another title computes the same");

        service.Dispose();
        var latter = await service.WhenUnloadedAsync();
        latter.Count.Should().Be(6);
        StillAlive(latter).Should().BeEmpty();
    }

    private static IEnumerable<string> StillAlive(IEnumerable<UnloadReport> reports) =>
        reports.Where(report => report.Outcome != UnloadOutcome.Unloaded).Select(report => report.ToString());

    /// <summary>Makes another build of a plug-in: one with another title.</summary>
    private static void Rename(string path)
    {
        var manifest = PluginManifestJson.Read(File.ReadAllBytes(path));
        File.WriteAllBytes(path, PluginManifestJson.Write(manifest with { Title = manifest.Title + ", next build" }));
    }

    private static void Copy(string source, string target)
    {
        foreach (var path in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }
}
