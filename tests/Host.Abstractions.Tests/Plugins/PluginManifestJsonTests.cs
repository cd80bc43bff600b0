using System.Text;
using System.Text.Json;
using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Plugins;
using Host.Abstractions.Ports;
using Testing;

namespace Host.Abstractions.Tests.Plugins;

public sealed class PluginManifestJsonTests
{
    private const string Author = """
        {"id":"P","version":"1.0.0","title":"T","description":"D","contract_range":"[1.0, 2.0)",
        "entry_assembly":"P.dll","entry_type":"P.P","licence":"MIT"}
        """;

    [Fact]
    public void A_written_manifest_reads_back_to_the_same_manifest()
    {
        var manifest = Complete();
        PluginManifestJson.Read(PluginManifestJson.Write(manifest)).Should()
            .BeEquivalentTo(manifest, options => options.WithStrictOrdering());
    }

    [Fact]
    public void Reading_and_writing_again_gives_the_same_bytes()
    {
        var bytes = PluginManifestJson.Write(Complete());
        PluginManifestJson.Write(PluginManifestJson.Read(bytes)).Should().Equal(bytes);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Is_the_same_in_every_country(string culture)
    {
        var bytes = PluginManifestJson.Write(Complete());
        using var country = new CultureScope(culture);
        PluginManifestJson.Write(PluginManifestJson.Read(bytes)).Should().Equal(bytes);
    }

    [Fact]
    public void Spells_members_in_snake_case_and_enums_as_words()
    {
        var text = Encoding.UTF8.GetString(PluginManifestJson.Write(Complete()));
        text.Should()
            .Contain("\"contract_range\": \"[1.0, 2.0)\"").And.Contain("\"repeat\": \"PerClass\"").And.Contain("\"kind\": \"Length\"");
        text.Should().NotContain("\r");
    }

    [Fact]
    public void What_an_author_leaves_out_is_empty_and_not_null()
    {
        var manifest = PluginManifestJson.Read(Encoding.UTF8.GetBytes(Author));
        manifest.References.Should().NotBeNull().And.BeEmpty();
        manifest.Nodes.Should().NotBeNull().And.BeEmpty();
        manifest.Files.Should().NotBeNull().And.BeEmpty();
    }

    [Theory]
    [InlineData("minimum_connection_count")]
    [InlineData("maximum_connection_count")]
    [InlineData("affects_result")]
    public void A_member_whose_default_is_not_nothing_must_be_stated(string member)
    {
        var lines = Encoding.UTF8.GetString(PluginManifestJson.Write(Complete())).Split('\n')
            .Where(line => !line.Contains($"\"{member}\"", StringComparison.Ordinal));
        var text = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        FluentActions.Invoking(() => PluginManifestJson.Read(text)).Should().Throw<JsonException>().WithMessage($"*{member}*");
    }

    [Theory]
    [InlineData("\"title\":\"T\",", "", "title")]
    [InlineData("\"title\":\"T\",", "\"titel\":\"T\",\"title\":\"T\",", "titel")]
    [InlineData("\"MIT\"", "12", "licence")]
    public void Says_which_member_is_missing_unknown_or_of_the_wrong_kind(string part, string replacement, string member)
    {
        var text = Author.Replace(part, replacement, StringComparison.Ordinal);
        FluentActions.Invoking(() => PluginManifestJson.Read(Encoding.UTF8.GetBytes(text))).Should().Throw<JsonException>()
            .WithMessage($"*{member}*");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    public void Refuses_what_is_no_manifest(string text) =>
        FluentActions.Invoking(() => PluginManifestJson.Read(Encoding.UTF8.GetBytes(text))).Should().Throw<JsonException>();

    private static PluginManifest Complete() => new()
    {
        Id = "Plugin.Sample",
        Version = "1.2.3",
        Title = "Sample",
        Description = "Ångström, \"quoted\", naïve.",
        ContractRange = "[1.0, 2.0)",
        EntryAssembly = "Plugin.Sample.dll",
        EntryType = "Plugin.Sample.SamplePlugin",
        Licence = "MIT",
        References = ["Author 2020, doi:10.1000/1"],
        Nodes = [Node()],
        Files = [new PluginFile("runtimes/linux-x64/a.so", new string('0', 64))],
    };

    private static NodeDescriptor Node() => new()
    {
        Id = "sample.node",
        Title = "Sample",
        Summary = "Does.",
        Revision = 7,
        UsesSeed = true,
        Inputs =
        [
            new InputDescriptor
            {
                Name = "in",
                Type = DataTypes.Particles,
                Slots = ["blob", "?ctf"],
                MinimumConnectionCount = 0,
                MaximumConnectionCount = 9,
                Help = "In.",
            },
        ],
        Outputs =
        [
            new OutputDescriptor
            {
                Name = "out",
                Type = DataTypes.Volume,
                Slots = ["map"],
                PassthroughFrom = "in",
                Repeat = OutputRepeat.PerClass,
                Help = "Out.",
            },
        ],
        Parameters =
        [
            new ParameterDescriptor
            {
                Name = "soft_edge",
                Kind = ParameterKind.Length,
                Unit = "Å",
                Default = "0.1 Å",
                Minimum = 0.1,
                Maximum = 1e300,
                Choices = ["auto"],
                Section = "Edge",
                Advanced = true,
                AffectsResult = false,
                When = "a = b",
                Aliases = ["edge"],
                Help = "Edge.",
            },
        ],
        References = ["Author 2021"],
    };
}
