using System.Text.Json;
using Host.Abstractions.Plugins;
using Host.Runner.Loading;

namespace Host.Packer;

/// <summary>The part of a plug-in's manifest that its author writes, and where in the file each member stands.</summary>
public sealed class AuthorManifest
{
    private readonly IReadOnlyDictionary<string, int> _lines;

    private AuthorManifest(string path, PluginManifest content, IReadOnlyDictionary<string, int> lines)
    {
        Path = path;
        Content = content;
        _lines = lines;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What it says; nodes and files are empty.</summary>
    public PluginManifest Content { get; }

    /// <summary>Reads and checks the file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="PackingException">Missing, malformed, or a member that cannot be right; lists everything.</exception>
    public static AuthorManifest Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new PackingException(new BuildProblem(
                path,
                1,
                "PACK01",
                "the manifest part is missing; write id, version, title, description, contract_range, entry_assembly, entry_type, "
                    + "licence"));
        }

        var json = File.ReadAllBytes(path);
        try
        {
            var manifest = new AuthorManifest(path, PluginManifestJson.Read(json), LinesOf(json));
            var problems = manifest.Check().ToList();
            return problems.Count == 0 ? manifest : throw new PackingException(problems);
        }
        catch (JsonException malformed)
        {
            throw new PackingException(new BuildProblem(path, (int)(malformed.LineNumber ?? 0) + 1, "PACK02", malformed.Message));
        }
    }

    /// <summary>A problem with a member of the manifest.</summary>
    /// <param name="member">Member as spelt in the file.</param>
    /// <param name="code">Stable code.</param>
    /// <param name="message">What, found, expected, what to do.</param>
    public BuildProblem Problem(string member, string code, string message) =>
        new(Path, _lines.GetValueOrDefault(member, 1), code, message);

    private IEnumerable<BuildProblem> Check()
    {
        var texts = new (string Member, string Value)[]
        {
            ("id", Content.Id), ("version", Content.Version), ("title", Content.Title), ("description", Content.Description),
            ("entry_assembly", Content.EntryAssembly), ("entry_type", Content.EntryType), ("licence", Content.Licence),
        };
        foreach (var (member, _) in texts.Where(text => string.IsNullOrWhiteSpace(text.Value)))
            yield return Problem(member, "PACK03", $"{member} is empty");
        if (Content.EntryAssembly != System.IO.Path.GetFileName(Content.EntryAssembly))
            yield return Problem(
                "entry_assembly", "PACK03", $"entry_assembly is '{Content.EntryAssembly}'; a file name without folders is expected");
        if (Content.Nodes.Count > 0)
            yield return Problem("nodes", "PACK04", "nodes are generated from the plug-in's code; remove them from the manifest part");
        if (Content.Files.Count > 0)
            yield return Problem("files", "PACK04", "files are listed by the build; remove them from the manifest part");
        if (ContractProblem() is { } problem)
            yield return problem;
    }

    private BuildProblem? ContractProblem()
    {
        try
        {
            return VersionRange.Parse(Content.ContractRange).Contains(ContractVersion.Current)
                ? null
                : Problem(
                    "contract_range",
                    "PACK05",
                    $"contract_range {Content.ContractRange} leaves out {ContractVersion.Current}, the contract this plug-in is built "
                        + "against");
        }
        catch (FormatException malformed)
        {
            return Problem("contract_range", "PACK05", malformed.Message);
        }
    }

    private static Dictionary<string, int> LinesOf(byte[] json)
    {
        var lines = new Dictionary<string, int>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
                lines[reader.GetString()!] = json.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
        }

        return lines;
    }
}
