using System.Runtime.CompilerServices;
using Host.Runner.Loading;
using Testing;

namespace Host.Runner.Tests.Loading;

public sealed class PluginHostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Plugins => _folder.File("plugins");

    private string Echo => _folder.File("plugins/Echo");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Loads_runs_and_unloads_a_plug_in_and_proves_that_it_is_gone()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        var host = Open();

        (await RunAsync(host, "Fixture.Echo", "fixture.echo")).Should().Equal("1", "library 1");
        host.Dispose();

        await AllUnloaded(host, count: 1);
    }

    [Fact]
    public async Task A_plug_in_that_something_still_refers_to_is_reported_as_still_in_memory()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        var host = Open();
        var node = NodeOf(host);

        host.Dispose();

        (await host.WhenUnloadedAsync()).Should().ContainSingle().Which.Outcome.Should().Be(UnloadOutcome.StillAlive);
        GC.KeepAlive(node);
    }

    [Fact]
    public async Task Two_plug_ins_carry_different_versions_of_one_library_at_the_same_time()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        Fixtures.Install("Fixture.Reverse", _folder.File("plugins/Reverse"));
        using var host = Open();
        using var echo = host.Lease("Fixture.Echo");
        using var reverse = host.Lease("Fixture.Reverse");

        (await RunAsync(echo, "fixture.echo", new StillContext())).Should().Equal("1", "library 1");
        (await RunAsync(reverse, "fixture.reverse", new StillContext())).Should().Equal("1", "library 2");
    }

    [Fact]
    public async Task A_library_of_the_host_does_not_stand_in_for_one_the_plug_in_lacks()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        File.Delete(Path.Combine(Echo, "Fixture.Library.dll"));
        Fixtures.Change(Echo, manifest => manifest with { Files = [.. manifest.Files.Where(file => file.Path != "Fixture.Library.dll")] });
        using var host = Open();
        using var lease = host.Lease("Fixture.Echo");

        var run = () => RunAsync(lease, "fixture.echo", new StillContext());

        Fixture.Library.Motto.Text.Should().Be("library 2", "the host has a library of that name");
        (await run.Should().ThrowAsync<FileLoadException>()).WithMessage("*Fixture.Library*")
            .WithInnerException<FileLoadException>().WithMessage("*Fixture.Library*not in its folder*");
    }

    [Fact]
    public async Task A_running_job_keeps_its_build_while_new_jobs_get_the_one_that_replaced_it()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        var host = Open();
        var context = new StillContext();
        context.MayGoOn.Reset();
        var running = RunAsync(host, "Fixture.Echo", "fixture.echo", context);
        context.Begun.Wait(TimeSpan.FromMinutes(1)).Should().BeTrue();

        // In place, over the very files the running job was loaded from.
        Fixtures.Install("Fixture.Echo.Two", Echo);
        (await host.RefreshAsync(default)).Should().Equal(new PluginChange("Fixture.Echo", PluginChangeKind.Replaced));
        (await RunAsync(host, "Fixture.Echo", "fixture.echo")).Should().Equal("2", "library 2");
        host.WhenUnloadedAsync().IsCompleted.Should().BeFalse("a job still runs on the former build");
        context.MayGoOn.Set();

        (await running).Should().Equal("1", "library 1");
        (await host.WhenUnloadedAsync()).Should().ContainSingle().Which.Plugin.Manifest.Version.Should().Be("1.0.0");
        host.Dispose();
        await AllUnloaded(host, count: 2);
    }

    [Fact]
    public async Task A_new_build_that_does_not_load_leaves_the_former_one_in_service_and_says_why()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        using var host = Open();
        await RunAsync(host, "Fixture.Echo", "fixture.echo");

        Fixtures.Install("Fixture.Echo.Two", Echo);
        Fixtures.Change(Echo, manifest => manifest with { EntryType = "Fixture.Echo.NoSuchPlugin" });
        var change = (await host.RefreshAsync(default)).Should().ContainSingle().Subject;

        change.Kind.Should().Be(PluginChangeKind.FormerKept);
        change.Reason.Should().Be("Fixture.Echo.dll has no plug-in class Fixture.Echo.NoSuchPlugin");
        host.Catalog.Refusals.Should().ContainSingle();
        host.Catalog.PluginOfNode["fixture.echo"].Manifest.Version.Should().Be("1.0.0");
        (await RunAsync(host, "Fixture.Echo", "fixture.echo")).Should().Equal("1", "library 1");
    }

    [Fact]
    public async Task A_half_copied_new_build_leaves_the_former_one_in_service_until_it_is_whole()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        using var host = Open();
        await RunAsync(host, "Fixture.Echo", "fixture.echo");

        File.Copy(Path.Combine(Fixtures.PluginFolder("Fixture.Echo.Two"), "Fixture.Echo.dll"), Path.Combine(
            Echo, "Fixture.Echo.dll"), overwrite: true);
        (await host.RefreshAsync(default)).Should().ContainSingle().Which.Kind.Should().Be(PluginChangeKind.FormerKept);
        (await RunAsync(host, "Fixture.Echo", "fixture.echo")).Should().Equal("1", "library 1");

        Fixtures.Install("Fixture.Echo.Two", Echo);
        (await host.RefreshAsync(default)).Should().ContainSingle().Which.Kind.Should().Be(PluginChangeKind.Replaced);
        (await RunAsync(host, "Fixture.Echo", "fixture.echo")).Should().Equal("2", "library 2");
    }

    [Fact]
    public async Task Plug_ins_come_and_go_with_their_folders()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        using var host = Open();

        Fixtures.Install("Fixture.Reverse", _folder.File("plugins/Reverse"));
        Directory.Delete(Echo, recursive: true);
        var changes = await host.RefreshAsync(default);

        changes.Should()
            .Equal(new PluginChange("Fixture.Reverse", PluginChangeKind.Added), new PluginChange("Fixture.Echo", PluginChangeKind.Removed));
        host.Catalog.PluginOfNode.Keys.Should().Equal("fixture.reverse");
        host.Invoking(it => it.Lease("Fixture.Echo")).Should().Throw<ArgumentException>()
            .WithMessage("no plug-in Fixture.Echo is installed*");
    }

    [Fact]
    public async Task A_refresh_without_change_reports_nothing_and_keeps_what_is_loaded()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        using var host = Open();
        await RunAsync(host, "Fixture.Echo", "fixture.echo");

        (await host.RefreshAsync(default)).Should().BeEmpty();
        (await host.WhenUnloadedAsync()).Should().BeEmpty();
    }

    [Fact]
    public void A_folder_changed_between_reading_and_loading_is_not_loaded()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        using var host = Open();
        File.AppendAllText(Path.Combine(Echo, "Fixture.Echo.dll"), "x");

        host.Invoking(it => it.Lease("Fixture.Echo")).Should().Throw<PluginRefusedException>()
            .WithMessage("*changed while it was being loaded*");
        Directory.EnumerateFileSystemEntries(_folder.File("cache")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_damaged_copy_in_the_cache_is_replaced()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        var copy = new PluginCache(_folder.File("cache")).Store(PluginFolderReader.Read(Echo));
        File.WriteAllText(Path.Combine(copy, "Fixture.Echo.dll"), "damaged");
        using var host = Open();

        (await RunAsync(host, "Fixture.Echo", "fixture.echo")).Should().Equal("1", "library 1");
    }

    [Fact]
    public void A_manifest_that_lists_other_nodes_than_the_code_offers_is_refused()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        Fixtures.Change(Echo, manifest => manifest with { Nodes = [manifest.Nodes[0] with { Revision = 5 }] });
        using var host = Open();

        host.Invoking(it => it.Lease("Fixture.Echo")).Should().Throw<PluginRefusedException>()
            .WithMessage("*it offers the nodes [fixture.echo revision 1], its manifest lists [fixture.echo revision 5]*");
    }

    [Fact]
    public void A_refused_folder_is_no_plug_in_but_the_others_serve()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        Fixtures.Install("Fixture.Reverse", _folder.File("plugins/Reverse"));
        File.WriteAllText(Path.Combine(Echo, "plugin.json"), "{");
        using var host = Open();

        host.Catalog.Plugins.Should().ContainSingle().Which.Manifest.Id.Should().Be("Fixture.Reverse");
        using var lease = host.Lease("Fixture.Reverse");
        lease.CreateNode("fixture.reverse").Should().NotBeNull();
    }

    private PluginHost Open() => PluginHost.Open([Plugins], new PluginCache(_folder.File("cache")));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object NodeOf(PluginHost host)
    {
        using var lease = host.Lease("Fixture.Echo");
        return lease.CreateNode("fixture.echo");
    }

    private static async Task AllUnloaded(PluginHost host, int count)
    {
        var reports = await host.WhenUnloadedAsync();
        reports.Should().HaveCount(count);
        reports.Should().OnlyContain(report => report.Outcome == UnloadOutcome.Unloaded);
    }

    private static async Task<IReadOnlyList<string>> RunAsync(PluginHost host, string plugin, string node, StillContext? context = null)
    {
        using var lease = host.Lease(plugin);
        return await RunAsync(lease, node, context ?? new StillContext());
    }

    // Off the test's thread: a job waits inside Begin, and nothing of its frames may stay on a stack the test still uses.
    private static Task<IReadOnlyList<string>> RunAsync(PluginLease lease, string node, StillContext context) =>
        Task.Run<IReadOnlyList<string>>(async () =>
    {
        var result = await lease.CreateNode(node).RunAsync(context, default);
        return [.. result.Summary[0].Rows[0]];
    });
}
