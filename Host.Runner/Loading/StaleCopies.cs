using System.Text.RegularExpressions;

namespace Host.Runner.Loading;

/// <summary>Removes from a cache the copies of builds that nobody has used for long.</summary>
/// <remarks>
/// The time stamp of a copy's folder says when it was used last. Only folders named as the cache names them are touched: the user may have
/// given a folder that holds other things as well.
/// </remarks>
internal static partial class StaleCopies
{
    /// <summary>Notes that a copy is used.</summary>
    /// <param name="copy">Its folder.</param>
    /// <param name="now">Time.</param>
    public static void MarkUsed(string copy, DateTimeOffset now) => Try(() => Directory.SetLastWriteTimeUtc(copy, now.UtcDateTime));

    /// <summary>Removes them.</summary>
    /// <param name="root">Folder of the cache.</param>
    /// <param name="now">Time.</param>
    public static void Remove(string root, DateTimeOffset now)
    {
        foreach (var folder in Directory.GetDirectories(root))
        {
            var name = CopyName().Match(Path.GetFileName(folder));
            if (!name.Success)
                continue;
            var limit = name.Groups["partial"].Success ? PluginCache.LongestCopying : PluginCache.KeptUnused;
            if (now.UtcDateTime - Directory.GetLastWriteTimeUtc(folder) > limit)
                Try(() => Remove(folder));
        }
    }

    /// <summary>First out of the way in one step, so that no other process finds half a copy.</summary>
    private static void Remove(string folder)
    {
        var doomed = FormattableString.Invariant($"{folder}.{Environment.ProcessId}.partial");
        Directory.Move(folder, doomed);
        Directory.Delete(doomed, recursive: true);
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A cache that others own, or a process that was quicker: it costs space, and the job can run.
            return;
        }
    }

    [GeneratedRegex("^[0-9a-f]{64}(?<partial>\\..*\\.partial)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex CopyName();
}
