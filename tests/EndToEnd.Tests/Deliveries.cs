namespace EndToEnd.Tests;

/// <summary>Compares what two runs of one workflow delivered, byte for byte.</summary>
internal static class Deliveries
{
    /// <summary>Every file of results, pictures and exports that differs between two folders, or is in one alone.</summary>
    /// <param name="first">Folder of a run.</param>
    /// <param name="second">Folder of another.</param>
    public static IReadOnlyList<string> Differences(string first, string second)
    {
        var (left, right) = (Files(first), Files(second));
        return [.. left.Keys.Union(right.Keys).Order(StringComparer.Ordinal).Where(name =>
            !left.TryGetValue(name, out var a) || !right.TryGetValue(name, out var b)
            || !File.ReadAllBytes(a).AsSpan().SequenceEqual(File.ReadAllBytes(b)))];
    }

    /// <summary>The files compared: records and logs tell time and place, all else is result.</summary>
    /// <param name="folder">Folder of a run.</param>
    public static IReadOnlyDictionary<string, string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => path.Contains($"{Path.DirectorySeparatorChar}outputs{Path.DirectorySeparatorChar}")
                || path.Contains($"{Path.DirectorySeparatorChar}artifacts{Path.DirectorySeparatorChar}")
                || path.Contains($"{Path.DirectorySeparatorChar}exports{Path.DirectorySeparatorChar}"))
            .ToDictionary(path => Path.GetRelativePath(folder, path), StringComparer.Ordinal);
}
