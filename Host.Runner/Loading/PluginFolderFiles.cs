using Host.Abstractions.Plugins;

namespace Host.Runner.Loading;

/// <summary>Compares the files of a plug-in folder with the list in its manifest.</summary>
internal static class PluginFolderFiles
{
    /// <summary>Everything that differs; a folder without problems holds exactly the listed content and reaches nowhere else.</summary>
    /// <param name="folder">Absolute plug-in folder.</param>
    /// <param name="manifest">Its manifest.</param>
    public static IReadOnlyList<string> Problems(string folder, PluginManifest manifest)
    {
        var strays = manifest.Files.Where(file => LeavesFolder(file.Path))
            .Select(file => $"the listed path '{file.Path}' leaves the folder");
        var (found, links) = Walk(folder);
        var listed = manifest.Files.Where(file => !LeavesFolder(file.Path)).ToList();
        var known = listed.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. strays,
            .. links,
            .. found.Where(path => !known.Contains(path))
                .Select(path => $"{path} is not listed in {PluginManifestJson.FileName}; remove it or pack again"),
            .. listed.Where(file => !found.Contains(file.Path)).Select(file => $"{file.Path} is listed but missing"),
            .. listed.Where(file => found.Contains(file.Path)).Select(file => HashProblem(folder, file)).OfType<string>(),
        ];
    }

    private static string? HashProblem(string folder, PluginFile file)
    {
        var hash = FileHash.OfFile(Path.Combine(folder, file.Path));
        return hash == file.Sha256 ? null : $"{file.Path} has been changed: SHA-256 is {hash}, listed is {file.Sha256}; pack again";
    }

    private static bool LeavesFolder(string path) =>
        path.Length == 0 || Path.IsPathRooted(path) || path.Contains('\\') || path.Split('/').Any(part => part is "" or "." or "..");

    private static (HashSet<string> Files, List<string> Links) Walk(string folder)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        var links = new List<string>();
        var waiting = new Stack<DirectoryInfo>([new DirectoryInfo(folder)]);
        while (waiting.TryPop(out var directory))
        {
            foreach (var entry in directory.EnumerateFileSystemInfos())
            {
                var path = Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
                if (entry.LinkTarget is not null && LinkProblem(folder, entry, path) is { } problem)
                    links.Add(problem);
                else if (entry is DirectoryInfo inner)
                    waiting.Push(inner);
                else if (path != PluginManifestJson.FileName)
                    files.Add(path);
            }
        }

        links.Sort(StringComparer.Ordinal);
        return (files, links);
    }

    private static string? LinkProblem(string folder, FileSystemInfo entry, string path)
    {
        // Links to folders may run in circles, and nothing a build writes needs them.
        if (entry is DirectoryInfo)
            return $"{path} is a link to a folder; put the folder itself there";
        var root = new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder;
        var target = Path.GetFullPath(entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetPathRoot(folder)!);
        var isInside = target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            || target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isInside ? null : $"{path} is a link that leaves the folder, to {entry.LinkTarget}; put the file itself there";
    }
}
