using System.Text.Json;
using Host.Abstractions.Plugins;

namespace Host.Runner.Loading;

/// <summary>Reads and checks one plug-in folder; none of its code is loaded.</summary>
public static class PluginFolderReader
{
    /// <summary>Accepts a folder or says everything that is wrong with it.</summary>
    /// <param name="folder">Plug-in folder.</param>
    /// <exception cref="PluginRefusedException">The folder is refused.</exception>
    public static PluginHandle Read(string folder)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var (manifest, content) = ReadManifest(folder);
        try
        {
            var reasons = ManifestProblems(manifest).Concat(PluginFolderFiles.Problems(folder, manifest)).ToList();
            // The entry assembly is looked into only when it is known to be the file the author packed.
            if (reasons.Count == 0 && ContractReference.Problem(Path.Combine(folder, manifest.EntryAssembly)) is { } problem)
                reasons.Add(problem);
            return reasons.Count == 0
                ? new PluginHandle(folder, manifest, FileHash.OfBytes(content))
                : throw new PluginRefusedException(new PluginRefusal(folder, manifest.Id, reasons));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PluginRefusedException(
                new PluginRefusal(folder, manifest.Id, [$"a file cannot be read: {failure.Message}"]), failure);
        }
    }

    private static (PluginManifest Manifest, byte[] Content) ReadManifest(string folder)
    {
        var path = Path.Combine(folder, PluginManifestJson.FileName);
        try
        {
            var content = File.ReadAllBytes(path);
            return (PluginManifestJson.Read(content), content);
        }
        catch (JsonException malformed)
        {
            var line = FormattableString.Invariant($"{PluginManifestJson.FileName} line {(malformed.LineNumber ?? 0) + 1}");
            throw new PluginRefusedException(new PluginRefusal(folder, "", [$"{line} is malformed: {malformed.Message}"]), malformed);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PluginRefusedException(
                new PluginRefusal(folder, "", [$"{PluginManifestJson.FileName} cannot be read: {failure.Message}"]), failure);
        }
    }

    private static IEnumerable<string> ManifestProblems(PluginManifest manifest)
    {
        if (ContractProblem(manifest) is { } problem)
            yield return problem;
        if (manifest.Files.All(file => file.Path != manifest.EntryAssembly))
            yield return $"the entry assembly '{manifest.EntryAssembly}' is not among the listed files";
        foreach (var twice in manifest.Nodes.GroupBy(node => node.Id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            yield return $"it offers the node {twice.Key} twice";
    }

    private static string? ContractProblem(PluginManifest manifest)
    {
        try
        {
            return VersionRange.Parse(manifest.ContractRange).Contains(ContractVersion.Current)
                ? null
                : $"it works with contract {manifest.ContractRange}, this host has {ContractVersion.Current}; "
                    + "use another version of the plug-in or the host";
        }
        catch (FormatException malformed)
        {
            return $"contract_range: {malformed.Message}";
        }
    }
}
