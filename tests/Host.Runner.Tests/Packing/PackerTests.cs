using System.Diagnostics;
using Host.Abstractions.Plugins;
using Host.Runner.Loading;
using Host.Runner.Tests.Loading;
using Testing;

namespace Host.Runner.Tests.Packing;

public sealed class PackerTests : IDisposable
{
    private const string Manifest = """
        {
          "id": "Fixture.Echo",
          "version": "1.0.0",
          "title": "Echo",
          "description": "A plug-in to pack.",
          "contract_range": "[1.0, 2.0)",
          "entry_assembly": "Fixture.Echo.dll",
          "entry_type": "Fixture.Echo.EchoPlugin",
          "licence": "MIT"
        }
        """;

    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.File("packed");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_packed_folder_is_accepted_and_holds_nothing_the_host_shares()
    {
        Pack(Manifest).Should().BeEmpty();

        var plugin = PluginFolderReader.Read(Target);
        plugin.Manifest.Nodes.Should().ContainSingle().Which.Id.Should().Be("fixture.echo");
        plugin.Manifest.Files.Select(file => file.Path).Should().Equal(
            "Fixture.Echo.deps.json", "Fixture.Echo.dll", "Fixture.Echo.pdb", "Fixture.Library.dll", "Fixture.Library.pdb");
    }

    [Fact]
    public void Packing_twice_gives_the_same_manifest_to_the_byte_and_leaves_nothing_beside_it()
    {
        Pack(Manifest).Should().BeEmpty();
        var first = File.ReadAllBytes(Path.Combine(Target, PluginManifestJson.FileName));
        File.WriteAllText(Path.Combine(Target, "stale.txt"), "from a former build");

        Pack(Manifest).Should().BeEmpty();

        File.ReadAllBytes(Path.Combine(Target, PluginManifestJson.FileName)).Should().Equal(first);
        File.Exists(Path.Combine(Target, "stale.txt")).Should().BeFalse();
        Directory.EnumerateFileSystemEntries(_folder.FullPath).Select(Path.GetFileName).Should().BeEquivalentTo("packed", "manifest.json");
    }

    [Theory]
    [InlineData("\"version\": \"1.0.0\"", "\"version\": \"1.0.1\"", 3, "PACK07", "version is 1.0.1, but the assembly says 1.0.0")]
    [InlineData("EchoPlugin\"", "NoPlugin\"", 8, "PACK08",
        "entry_type Fixture.Echo.NoPlugin does not exist; the assembly offers Fixture.Echo.EchoPlugin")]
    [InlineData("Echo.EchoPlugin\"", "Echo.EchoNode\"", 8, "PACK08", "entry_type Fixture.Echo.EchoNode must be a public class*")]
    [InlineData("Fixture.Echo.dll", "Fixture.Other.dll", 7, "PACK06", "entry_assembly Fixture.Other.dll is not in the build output")]
    [InlineData("[1.0, 2.0)", "[2.0, 3.0)", 6, "PACK05", "contract_range [2.0, 3.0) leaves out 1.0*")]
    [InlineData("[1.0, 2.0)", "1 to 2", 6, "PACK05", "'1 to 2' is not a version range*")]
    [InlineData("\"title\": \"Echo\"", "\"title\": \" \"", 4, "PACK03", "title is empty")]
    [InlineData("\"title\"", "\"tilte\"", 4, "PACK02", "*tilte*")]
    [InlineData("\"licence\": \"MIT\"", "\"licence\": \"MIT\", \"files\": [{ \"path\": \"a\", \"sha256\": \"b\" }]", 9, "PACK04",
        "files are listed by the build*")]
    public void A_bad_manifest_is_a_build_error_at_its_line(string found, string replacement, int line, string code, string message)
    {
        Manifest.Should().Contain(found);

        Pack(Manifest.Replace(found, replacement, StringComparison.Ordinal)).Should().ContainSingle()
            .Which.Should().Match($"{_folder.File("manifest.json")}({line}): error {code}: {message}");
        Directory.Exists(Target).Should().BeFalse();
    }

    [Fact]
    public void A_failed_packing_leaves_the_former_folder_as_it_was()
    {
        Pack(Manifest).Should().BeEmpty();

        Pack(Manifest.Replace("1.0.0", "7.0.0", StringComparison.Ordinal)).Should().ContainSingle();

        PluginFolderReader.Read(Target).Manifest.Version.Should().Be("1.0.0");
    }

    [Fact]
    public void Nodes_that_describe_themselves_badly_are_all_reported()
    {
        var problems = Pack(Manifest.Replace("Fixture.Echo", "Fixture.Careless", StringComparison.Ordinal)
            .Replace("EchoPlugin", "CarelessPlugin", StringComparison.Ordinal), "Fixture.Careless");

        problems.Should().HaveCount(5).And.OnlyContain(problem => problem.Contains("(8): error PACK09: ", StringComparison.Ordinal));
        problems.Should().ContainSingle(problem => problem.EndsWith("two nodes have the id fixture.careless", StringComparison.Ordinal));
        problems.Should().Contain(problem => problem.EndsWith(
            "node fixture.careless: parameter count has a default it refuses: '7' is outside -inf..5", StringComparison.Ordinal));
        problems.Should()
            .Contain(problem => problem.EndsWith("node fixture.careless: parameter silent has no help", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_manifest_is_a_build_error_that_says_what_to_write() =>
        Run(Fixtures.BuildOutput("Fixture.Echo.One"), _folder.File("none.json")).Should().ContainSingle()
            .Which.Should().StartWith($"{_folder.File("none.json")}(1): error PACK01: the manifest part is missing; write id, version");

    private string[] Pack(string manifest, string project = "Fixture.Echo.One")
    {
        File.WriteAllText(_folder.File("manifest.json"), manifest);
        return Run(Fixtures.BuildOutput(project), _folder.File("manifest.json"));
    }

    private string[] Run(string outputFolder, string manifest)
    {
        var packer = Path.Combine(Fixtures.BuildOutput("Host.Packer"), "Host.Packer.dll");
        var start = new ProcessStartInfo("dotnet", [packer, outputFolder, manifest, Target])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        process.StandardError.ReadToEnd().Should().BeEmpty();
        process.ExitCode.Should().Be(lines.Length == 0 ? 0 : 1);
        return lines;
    }
}
