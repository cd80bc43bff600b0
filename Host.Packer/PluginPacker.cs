using Host.Abstractions.Plugins;
using Host.Runner.Loading;

namespace Host.Packer;

/// <summary>Turns the build output of a plug-in project into a plug-in folder with its `plugin.json`.</summary>
public static class PluginPacker
{
    /// <summary>Assembles the folder beside its place, loads the plug-in from there, and swaps it in when all is well.</summary>
    /// <param name="outputFolder">Build output of the plug-in project.</param>
    /// <param name="manifestPath">The author's part of the manifest.</param>
    /// <param name="pluginFolder">Plug-in folder to write; an existing one is replaced as a whole, or left as it is on failure.</param>
    /// <returns>What is wrong; empty when the folder has been written.</returns>
    public static IReadOnlyList<BuildProblem> Pack(string outputFolder, string manifestPath, string pluginFolder)
    {
        var assembly = FormattableString.Invariant($"{pluginFolder}.{Environment.ProcessId}.partial");
        try
        {
            var manifest = AuthorManifest.Read(manifestPath);
            var files = Copy(outputFolder, assembly);
            var nodes = PluginInspector.Describe(assembly, manifest);
            var problems = DescriptorRules.Check(nodes).Select(problem => manifest.Problem("entry_type", "PACK09", problem)).ToList();
            if (problems.Count > 0)
                return problems;
            File.WriteAllBytes(
                Path.Combine(assembly, PluginManifestJson.FileName),
                PluginManifestJson.Write(manifest.Content with { Nodes = nodes, Files = files }));
            Swap(assembly, pluginFolder);
            return [];
        }
        catch (PackingException failure)
        {
            return failure.Problems;
        }
        finally
        {
            Remove(assembly);
        }
    }

    private static List<PluginFile> Copy(string outputFolder, string assembly)
    {
        Remove(assembly);
        Directory.CreateDirectory(assembly);
        var files = new List<PluginFile>();
        foreach (var file in BuildOutput.FilesOf(outputFolder))
        {
            var target = Path.Combine(assembly, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(outputFolder, file), target);
            files.Add(new PluginFile(file, FileHash.OfFile(target)));
        }

        return files;
    }

    private static void Swap(string assembly, string pluginFolder)
    {
        var former = FormattableString.Invariant($"{pluginFolder}.{Environment.ProcessId}.former");
        if (Directory.Exists(pluginFolder))
            Directory.Move(pluginFolder, former);
        Directory.Move(assembly, pluginFolder);
        Remove(former);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
