using Host.Abstractions.Plugins;

namespace Host.Runner.Loading;

/// <summary>
/// Copies of plug-in folders from which code is loaded, one per build, so that the folders themselves may be overwritten at any time.
/// </summary>
/// <remarks>Copies that nobody has used for a month are removed when a new one is made.</remarks>
public sealed class PluginCache
{
    /// <summary>A copy that was used more recently stays; no job runs for longer.</summary>
    public static readonly TimeSpan KeptUnused = TimeSpan.FromDays(30);

    /// <summary>What is not a whole copy by then was left behind by a process that was killed.</summary>
    public static readonly TimeSpan LongestCopying = TimeSpan.FromDays(1);

    private readonly string _root;
    private readonly TimeProvider _time;

    /// <summary>Uses a folder.</summary>
    /// <param name="root">Folder of the cache; made when missing. Several processes may share it.</param>
    /// <param name="time">Clock; that of the machine unless given.</param>
    public PluginCache(string root, TimeProvider? time = null) => (_root, _time) = (Path.GetFullPath(root), time ?? TimeProvider.System);

    /// <summary>The cache of the current user.</summary>
    public static PluginCache OfUser()
    {
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new PluginCache(Path.Combine(local.Length > 0 ? local : Path.GetTempPath(), "Host.Runner", "plugins"));
    }

    /// <summary>Copies a plug-in unless its build is there already.</summary>
    /// <param name="plugin">A plug-in that has been read.</param>
    /// <returns>Absolute folder of the copy, which holds exactly what the manifest lists.</returns>
    /// <exception cref="PluginRefusedException">The folder no longer holds what its manifest said when it was read.</exception>
    public string Store(PluginHandle plugin)
    {
        var target = Path.Combine(_root, plugin.ContentHash);
        if (Holds(target, plugin))
        {
            StaleCopies.MarkUsed(target, _time.GetUtcNow());
            return target;
        }

        MakeRoot(plugin);
        var partial = FormattableString.Invariant($"{target}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.partial");
        try
        {
            Copy(plugin, partial);
            if (!Holds(partial, plugin))
                throw new PluginRefusedException(Changed(plugin, "its files are not those its manifest lists"));
            Publish(partial, target, plugin);
            StaleCopies.MarkUsed(target, _time.GetUtcNow());
            StaleCopies.Remove(_root, _time.GetUtcNow());
            return target;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PluginRefusedException(Changed(plugin, failure.Message), failure);
        }
        finally
        {
            Remove(partial);
        }
    }

    private void MakeRoot(PluginHandle plugin)
    {
        try
        {
            Directory.CreateDirectory(_root);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var reason = $"there is no place to load it from: {failure.Message} Name another folder for it with --cache DIR";
            throw new PluginRefusedException(new PluginRefusal(plugin.Folder, plugin.Manifest.Id, [reason]), failure);
        }
    }

    private static void Copy(PluginHandle plugin, string target)
    {
        Remove(target);
        foreach (var path in plugin.Manifest.Files.Select(file => file.Path).Append(PluginManifestJson.FileName))
        {
            var copy = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(plugin.Folder, path), copy);
        }
    }

    private static void Publish(string partial, string target, PluginHandle plugin)
    {
        // A damaged copy is in nobody's use: it would have failed the same check there.
        if (Directory.Exists(target) && !Holds(target, plugin))
            Remove(target);
        try
        {
            Directory.Move(partial, target);
        }
        catch (IOException) when (Holds(target, plugin))
        {
            // Another process was quicker with the same content.
            return;
        }
    }

    private static bool Holds(string folder, PluginHandle plugin)
    {
        var manifest = Path.Combine(folder, PluginManifestJson.FileName);
        return File.Exists(manifest)
            && FileHash.OfFile(manifest) == plugin.ContentHash
            && PluginFolderFiles.Problems(folder, plugin.Manifest).Count == 0;
    }

    private static PluginRefusal Changed(PluginHandle plugin, string detail) =>
        new(plugin.Folder, plugin.Manifest.Id, [$"it changed while it was being loaded: {detail}; try again when copying has ended"]);

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
