using System.Text.Json.Nodes;
using Host.Abstractions.Nodes;
using Host.Abstractions.Ports;
using Host.Runner.Commands;
using Host.Runner.Tests.Loading;
using Host.Runner.Tests.Workflows;
using Testing;

namespace Host.Runner.Tests.Commands;

public sealed class NodeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public NodeCommandTests()
    {
        Fixtures.Install("Fixture.Echo.One", _folder.File("plugins/echo"));
        Fixtures.Install("Fixture.Reverse", _folder.File("plugins/reverse"));
        Fixtures.Change(_folder.File("plugins/reverse"), manifest => manifest with
        {
            References = ["Scheres, 2012, doi:10.1016/j.jsb.2012.09.006"],
            Nodes = [TestNodes.Table.Offers.First(offer => offer.Node.Id == "classify3d").Node],
        });
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lists_nodes_by_plug_in_with_version()
    {
        var run = await HostRun.OfAsync("list", "--plugins", _folder.File("plugins"));
        run.Code.Should().Be(ExitCode.Ok);
        run.Output.Should().Contain("Fixture.Echo 1.0.0: ").And.Contain("\n  fixture.echo  Says which build is at work.\n");
    }

    [Fact]
    public async Task Lists_a_refused_plug_in_with_all_reasons_and_says_so_by_its_exit_code()
    {
        Fixtures.Change(_folder.File("plugins/echo"), manifest => manifest with { ContractRange = "[7.0, 8.0)" });
        _folder.Write("plugins/echo/extra.txt", "not listed");

        var run = await HostRun.OfAsync("list", "--plugins", _folder.File("plugins"));

        run.Code.Should().Be(ExitCode.PluginRefused);
        run.Output.Should().Contain($"refused: Fixture.Echo in {_folder.File("plugins/echo")}\n")
            .And.Contain("[7.0, 8.0)").And.Contain("extra.txt");
        run.Output.Should().NotContain("fixture.echo");
    }

    [Fact]
    public async Task Describes_a_node_from_its_manifest_alone()
    {
        var run = await HostRun.OfAsync("describe", "classify3d", "--plugins", _folder.File("plugins"));

        run.Code.Should().Be(ExitCode.Ok);
        run.Output.Should().Be("""
            classify3d: 3D classification
            Sorts particles into classes.
            Fixture.Reverse 1.0.0, revision 1

            Inputs
              particles     particles  required  The particles. Slots: blob, ctf, alignments3D, location (if present).
              solvent_mask  mask       optional  The solvent_mask. Slots: mask.
              focus_mask    mask       optional  The focus_mask. Slots: mask.

            Outputs
              particles  particles  one            Classes. Writes: alignments3D_multi. Passes on everything else of particles.
              volumes    volume     one per class  Maps. Writes: map.
              table      table      one            Sizes. Writes: table.

            Parameters
              classes                     10       2..1 000                Sets classes. Also: class3D_N_K.
              target_resolution_angstrom  6        1..50 Å                 Sets target_resolution_angstrom.
              per_particle_scale          optimal  optimal | input | none  Sets per_particle_scale.
              force_hard                  false    true | false            Sets force_hard.
              note                        (empty)  text                    Sets note.

            Seed
              seed  0  0..  Seed of all randomness of the step.

            References
              Scheres, 2012, doi:10.1016/j.jsb.2012.09.006

            """);
    }

    [Fact]
    public async Task Wraps_help_at_the_width_of_the_terminal()
    {
        var run = await HostRun.OfAsync(96, "describe", "classify3d", "--plugins", _folder.File("plugins"));
        run.Output.Split('\n').Max(line => line.Length).Should().BeLessThanOrEqualTo(96);
        run.Output.Should().Contain("Passes on everything\n" + new string(' ', 39) + "else of particles.\n");
    }

    [Fact]
    public async Task Suggests_the_node_that_was_probably_meant()
    {
        var run = await HostRun.OfAsync("describe", "fixture.eco", "--plugins", _folder.File("plugins"));
        run.Code.Should().Be(ExitCode.Usage);
        run.Error.Should().Be("there is no node 'fixture.eco'; did you mean 'fixture.echo'?\n");
    }

    [Fact]
    public async Task Writes_the_schema_of_the_installed_nodes()
    {
        var run = await HostRun.OfAsync("schema", "--plugins", _folder.File("plugins"));
        run.Code.Should().Be(ExitCode.Ok);
        JsonNode.Parse(run.Output)!["properties"]!["steps"]!["additionalProperties"]!["oneOf"]!.AsArray().Should().HaveCount(2);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public async Task Describes_the_same_in_every_country(string culture)
    {
        var node = new NodeDescriptor
        {
            Id = "ints",
            Title = "I",
            Summary = "I.",
            Revision = 1234,
            Inputs =
            [
                new InputDescriptor { Name = "many", Type = "x", MinimumConnectionCount = 2, MaximumConnectionCount = 12345, Help = "I." },
            ],
        };
        Fixtures.Change(_folder.File("plugins/reverse"), manifest => manifest with { Nodes = [node] });
        string[] arguments = ["describe", "ints", "--plugins", _folder.File("plugins")];
        var expected = await HostRun.OfAsync(arguments);
        using var scope = new CultureScope(culture);
        (await HostRun.OfAsync(arguments)).Should().Be(expected);
        expected.Output.Should().Contain("revision 1 234").And.Contain("2 to 12 345");
    }
}
