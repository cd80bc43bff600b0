using System.Globalization;

namespace Host.Runner.Execution;

/// <summary>How much memory this process and what it shares a limit with may use.</summary>
/// <remarks>
/// In a container the runtime tells what its own heap may grow to, three quarters of the limit; jobs keep most of theirs outside of it.
/// So the limit is read where Linux says it, in control groups of either version.
/// </remarks>
public static class MachineMemory
{
    private const string GroupsFile = "proc/self/cgroup";
    private const string GroupsFolder = "sys/fs/cgroup";
    private const string HierarchicalLimit = "hierarchical_memory_limit ";

    /// <summary>Bytes: the limit of the control group, or else what the runtime finds.</summary>
    public static long Bytes()
    {
        var found = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return OperatingSystem.IsLinux() && LimitBytes("/") is { } limit && limit < PhysicalBytes("/") ? limit : found;
    }

    /// <summary>The limit that Linux puts on this process, bytes; null where there is none.</summary>
    /// <param name="root">Root of the file system.</param>
    public static long? LimitBytes(string root)
    {
        var groups = Path.Combine(root, GroupsFile);
        if (!File.Exists(groups))
            return null;
        // number:controllers:path, version 2 without number and controllers
        var lines = File.ReadLines(groups).Select(line => line.Split(':', 3)).Where(parts => parts.Length == 3).ToList();
        var limits = lines.Where(parts => parts[1].Split(',').Contains("memory")).Select(parts => FirstVersion(root, parts[2]))
            .Concat(lines.Where(parts => parts[1].Length == 0).Select(parts => SecondVersion(root, parts[2])));
        return limits.Min();
    }

    private static long PhysicalBytes(string root) =>
        Number(File.ReadLines(Path.Combine(root, "proc/meminfo")).First(line => line.StartsWith("MemTotal:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024 ?? long.MaxValue;

    // The limits of the groups around it are taken into account by the kernel.
    private static long? FirstVersion(string root, string group)
    {
        var folder = Path.Combine(root, GroupsFolder, "memory");
        return Outwards(folder, group).Select(path => Path.Combine(path, "memory.stat")).Where(File.Exists)
            .Select(path => File.ReadLines(path).FirstOrDefault(line => line.StartsWith(HierarchicalLimit, StringComparison.Ordinal)))
            .Select(line => line is null ? null : Number(line[HierarchicalLimit.Length..]))
            .FirstOrDefault();
    }

    private static long? SecondVersion(string root, string group) =>
        Outwards(Path.Combine(root, GroupsFolder), group).Select(path => Path.Combine(path, "memory.max")).Where(File.Exists)
            .Min(path => Number(File.ReadAllText(path).Trim()));

    /// <summary>Folder of a group, then of every group around it; in a container the path may be one of outside.</summary>
    private static IEnumerable<string> Outwards(string folder, string group)
    {
        for (var path = group.Trim('/'); path.Length > 0; path = Path.GetDirectoryName(path) ?? string.Empty)
            yield return Path.Combine(folder, path);
        yield return folder;
    }

    // No limit is the word max, or a number beyond any memory.
    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;
}
