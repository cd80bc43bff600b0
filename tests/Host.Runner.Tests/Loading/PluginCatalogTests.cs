using Host.Abstractions.Nodes;
using Host.Abstractions.Plugins;
using Host.Runner.Loading;
using Testing;

namespace Host.Runner.Tests.Loading;

public sealed class PluginCatalogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Echo => _folder.File("Echo");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_a_packed_plug_in_and_the_nodes_it_offers()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);

        var catalog = PluginCatalog.Scan([_folder.FullPath]);

        catalog.Refusals.Should().BeEmpty();
        catalog.PluginOfNode["fixture.echo"].Manifest.Version.Should().Be("1.0.0");
        catalog.PluginOfNode["fixture.echo"].Folder.Should().Be(Echo);
    }

    [Fact]
    public void Two_builds_have_different_content_hashes_and_one_build_always_the_same()
    {
        Fixtures.Install("Fixture.Echo.One", _folder.File("a/Echo"));
        Fixtures.Install("Fixture.Echo.One", _folder.File("b/Echo"));
        Fixtures.Install("Fixture.Echo.Two", _folder.File("c/Echo"));

        HashIn("b").Should().Be(HashIn("a"));
        HashIn("c").Should().NotBe(HashIn("a"));
    }

    [Fact]
    public void A_tampered_file_is_refused_by_its_name()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        File.AppendAllText(Path.Combine(Echo, "Fixture.Library.dll"), "x");

        Reasons().Should().ContainSingle().Which.Should().StartWith("Fixture.Library.dll has been changed");
    }

    [Fact]
    public void A_file_the_manifest_does_not_know_is_refused()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        Directory.CreateDirectory(Path.Combine(Echo, "native"));
        File.WriteAllText(Path.Combine(Echo, "native", "libx.so"), "x");

        Reasons().Should().ContainSingle().Which.Should().StartWith("native/libx.so is not listed");
    }

    [Fact]
    public void A_missing_file_is_refused_by_its_name()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        File.Delete(Path.Combine(Echo, "Fixture.Library.dll"));

        Reasons().Should().ContainSingle().Which.Should().StartWith("Fixture.Library.dll is listed but missing");
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/hostname")]
    [InlineData("sub/../../outside.txt")]
    public void A_listed_path_that_leaves_the_folder_is_refused(string path)
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        Fixtures.Change(Echo, manifest => manifest with { Files = [.. manifest.Files, new PluginFile(path, "00")] });

        Reasons().Should().ContainSingle().Which.Should().Be($"the listed path '{path}' leaves the folder");
    }

    [Theory]
    [InlineData("absolute")]
    [InlineData("relative")]
    public void A_link_that_leaves_the_folder_is_refused_even_when_its_content_is_right(string form)
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        var library = Path.Combine(Echo, "Fixture.Library.dll");
        File.Move(library, _folder.File("Fixture.Library.dll"));
        File.CreateSymbolicLink(library, form == "absolute" ? _folder.File("Fixture.Library.dll") : "../Fixture.Library.dll");

        Reasons().Should()
            .Contain(reason => reason.StartsWith("Fixture.Library.dll is a link that leaves the folder", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_to_a_folder_is_refused()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        Directory.CreateSymbolicLink(Path.Combine(Echo, "loop"), Echo);

        Reasons().Should().ContainSingle().Which.Should().StartWith("loop is a link to a folder");
    }

    [Fact]
    public void A_link_that_stays_inside_is_taken()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        File.CreateSymbolicLink(Path.Combine(Echo, "again.pdb"), "Fixture.Echo.pdb");
        Fixtures.Change(Echo, manifest => manifest with { Files = [.. manifest.Files, Fixtures.Listed(Echo, "again.pdb")] });

        PluginCatalog.Scan([_folder.FullPath]).Refusals.Should().BeEmpty();
    }

    [Theory]
    [InlineData("[2.0, 3.0)", "it works with contract [2.0, 3.0), this host has 1.0*")]
    [InlineData("1.0", "contract_range: '1.0' is not a version range*")]
    public void A_plug_in_for_another_contract_is_refused(string range, string reason)
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        Fixtures.Change(Echo, manifest => manifest with { ContractRange = range });

        Reasons().Should().ContainSingle().Which.Should().Match(reason);
    }

    [Fact]
    public void A_malformed_manifest_is_refused_with_its_line()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        File.WriteAllText(Path.Combine(Echo, "plugin.json"), "{\n  \"id\": \"x\",\n  \"colour\": 3\n}");

        Reasons().Should().ContainSingle().Which.Should().Match("plugin.json line 3 is malformed: *colour*");
    }

    [Fact]
    public void A_folder_without_manifest_is_refused()
    {
        Directory.CreateDirectory(Echo);

        Reasons().Should().ContainSingle().Which.Should().StartWith("plugin.json cannot be read");
    }

    [Fact]
    public void An_entry_file_that_is_no_assembly_is_refused()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        File.WriteAllText(Path.Combine(Echo, "Fixture.Echo.dll"), "not an assembly");
        Fixtures.Change(Echo, manifest => manifest with { Files = [.. manifest.Files.Select(file => Fixtures.Listed(Echo, file.Path))] });

        Reasons().Should().ContainSingle().Which.Should().StartWith("Fixture.Echo.dll is not a .NET assembly");
    }

    [Fact]
    public void An_assembly_built_against_a_newer_contract_is_refused_without_being_loaded()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        ContractReferencePatch.SetMajorVersion(Path.Combine(Echo, "Fixture.Echo.dll"), 9);
        Fixtures.Change(Echo, manifest => manifest with { Files = [.. manifest.Files.Select(file => Fixtures.Listed(Echo, file.Path))] });

        Reasons().Should().ContainSingle().Which.Should()
            .StartWith("Fixture.Echo.dll was built against Host.Abstractions 9.0, this host has 1.0");
    }

    [Fact]
    public void The_contract_assembly_carries_the_version_of_the_contract() =>
        typeof(IJobNode).Assembly.GetName().Version!.ToString(2).Should().Be(ContractVersion.Current.ToString(2));

    [Fact]
    public void All_that_is_wrong_with_a_plug_in_is_said_at_once()
    {
        Fixtures.Install("Fixture.Echo.One", Echo);
        File.Delete(Path.Combine(Echo, "Fixture.Library.dll"));
        File.WriteAllText(Path.Combine(Echo, "extra.txt"), "x");
        Fixtures.Change(Echo, manifest => manifest with { ContractRange = "[3.0, 4.0)" });

        Reasons().Should().HaveCount(3);
    }

    [Fact]
    public void A_second_plug_in_of_the_same_id_or_with_the_same_node_is_refused_naming_the_first()
    {
        Fixtures.Install("Fixture.Echo.One", _folder.File("a"));
        Fixtures.Install("Fixture.Echo.Two", _folder.File("b"));
        Fixtures.Install("Fixture.Reverse", _folder.File("c"));
        Fixtures.Change(_folder.File("c"), manifest => manifest with { Nodes = [manifest.Nodes[0] with { Id = "fixture.echo" }] });

        var catalog = PluginCatalog.Scan([_folder.FullPath]);

        catalog.Plugins.Should().ContainSingle().Which.Manifest.Version.Should().Be("1.0.0");
        catalog.Refusals[0].Reasons.Should().Contain($"Fixture.Echo is already taken from {_folder.File("a")}; remove one of the two");
        catalog.Refusals[1].Reasons.Should().Equal($"the node fixture.echo is already offered by Fixture.Echo in {_folder.File("a")}");
    }

    [Fact]
    public void Folders_still_being_assembled_are_passed_over()
    {
        Directory.CreateDirectory(_folder.File("Echo.123.partial"));
        Directory.CreateDirectory(_folder.File(".hidden"));

        PluginCatalog.Scan([_folder.FullPath]).Refusals.Should().BeEmpty();
    }

    [Fact]
    public void A_plug_in_folder_that_does_not_exist_is_reported() =>
        PluginCatalog.Scan([_folder.File("nowhere")]).Refusals.Should().ContainSingle().Which.Reasons.Should()
            .Equal("the folder does not exist");

    private string HashIn(string folder) => PluginCatalog.Scan([_folder.File(Path.Combine(folder))]).Plugins.Single().ContentHash;

    private IReadOnlyList<string> Reasons()
    {
        var catalog = PluginCatalog.Scan([_folder.FullPath]);
        catalog.Plugins.Should().BeEmpty();
        return catalog.Refusals.Single(refusal => refusal.Folder == Echo).Reasons;
    }
}
