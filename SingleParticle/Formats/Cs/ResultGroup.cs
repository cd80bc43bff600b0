using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SingleParticle.Formats.Cs;

/// <summary>A result group (`.csg`): which file holds each slot of an output, as CryoSPARC's "Import Result Group" takes it.</summary>
/// <param name="Name">Name of the output, for instance particles_class_0.</param>
/// <param name="Type">particle, volume, mask, ...</param>
/// <param name="Title">What a person reads.</param>
/// <param name="Results">Slots in file order.</param>
/// <param name="Version">Version of the program whose layout the files follow.</param>
public sealed record ResultGroup(string Name, string Type, string Title, IReadOnlyList<ResultGroupSlot> Results, string Version)
{
    /// <summary>First version with alignments3D_multi, which <see cref="Write"/> states unless told otherwise.</summary>
    public const string DefaultVersion = "v4.5.0";

    /// <summary>Reads a group; files named with a leading &gt; lie beside it.</summary>
    /// <param name="path">The .csg file.</param>
    /// <exception cref="DataFileException">Not YAML, or a part is missing: all missing parts are named at once.</exception>
    public static ResultGroup Read(string path)
    {
        var root = ResultGroupText.Root(path);
        var problems = new List<string>();
        var group = Child(root, "group") as YamlMappingNode;
        if (group is null)
            problems.Add("'group' is missing (name, type, title)");
        var results = new List<ResultGroupSlot>();
        if (Child(root, "results") is YamlMappingNode { Children.Count: > 0 } slots)
        {
            foreach (var (key, value) in slots.Children)
                ReadSlot(path, (key as YamlScalarNode)?.Value ?? "", value, results, problems);
        }
        else
        {
            problems.Add("'results' is missing (one entry per slot with metafile, num_items, type)");
        }

        if (problems.Count > 0)
            throw new DataFileException(path, "", string.Join("; ", problems) + ". Export the group again from CryoSPARC");
        return new ResultGroup(Text(group!, "name"), Text(group!, "type"), Text(group!, "title"), results, Text(root, "version"));
    }

    /// <summary>Writes the group; files in its folder or below are named relative to it with a leading &gt;.</summary>
    /// <param name="path">The .csg file; appears complete or not at all.</param>
    public void Write(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var results = new YamlMappingNode();
        foreach (var slot in Results)
        {
            results.Add(slot.Slot, new YamlMappingNode(
                new YamlScalarNode("metafile"),
                Quoted(">" + Path.GetRelativePath(folder, slot.MetafilePath).Replace('\\', '/')),
                new YamlScalarNode("num_items"),
                new YamlScalarNode(slot.ItemCount.ToString(CultureInfo.InvariantCulture)),
                new YamlScalarNode("type"),
                new YamlScalarNode(slot.Type)));
        }

        var root = new YamlMappingNode(
            new YamlScalarNode("group"),
            new YamlMappingNode(
                new YamlScalarNode("description"),
                Quoted(Title),
                new YamlScalarNode("name"),
                Quoted(Name),
                new YamlScalarNode("title"),
                Quoted(Title),
                new YamlScalarNode("type"),
                Quoted(Type)),
            new YamlScalarNode("results"),
            results,
            new YamlScalarNode("version"),
            Quoted(Version));
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            new YamlStream(new YamlDocument(root)).Save(writer, assignAnchors: false);
        });
    }

    private static YamlScalarNode Quoted(string text) => new(text) { Style = ScalarStyle.SingleQuoted };

    private static void ReadSlot(string path, string slot, YamlNode value, List<ResultGroupSlot> results, List<string> problems)
    {
        var metafile = Text(value, "metafile");
        if (metafile.TrimStart('>').Length == 0 || metafile.Any(char.IsControl))
        {
            problems.Add($"results/{slot} has no metafile that could be a file");
            return;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var count = Text(value, "num_items");
        if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var itemCount) && count.Length > 0)
            problems.Add($"results/{slot} num_items is '{count}', expected a whole number");
        results.Add(new ResultGroupSlot(slot, Locate(folder, metafile), itemCount, Text(value, "type")));
    }

    // Without a leading > the path is relative to the project folder, which is this folder or one above it.
    private static string Locate(string folder, string metafile)
    {
        if (metafile[0] == '>')
            return Path.GetFullPath(metafile[1..], folder);
        for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
        {
            if (File.Exists(Path.Combine(parent.FullName, metafile)))
                return Path.GetFullPath(metafile, parent.FullName);
        }

        return Path.GetFullPath(metafile, folder);
    }

    private static YamlNode? Child(YamlNode node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private static string Text(YamlNode node, string key) => (Child(node, key) as YamlScalarNode)?.Value ?? "";
}
