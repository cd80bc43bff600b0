using System.Text.RegularExpressions;

namespace Host.Runner.Datasets;

/// <summary>Finds the half maps that programs write beside a map.</summary>
internal static partial class HalfMapFiles
{
    /// <summary>Both half maps of a map, or null when they are not both there.</summary>
    /// <remarks>
    /// RELION: run_class001.mrc has run_half1_class001_unfil.mrc. CryoSPARC and our own exports: NAME.mrc has NAME_half_A.mrc.
    /// Others: NAME_half1.mrc.
    /// </remarks>
    /// <param name="mapPath">The map.</param>
    public static (string A, string B)? Beside(string mapPath)
    {
        var folder = Path.GetDirectoryName(mapPath) ?? "";
        var extension = Path.GetExtension(mapPath);
        var name = Path.GetFileNameWithoutExtension(mapPath);
        foreach (var (a, b) in Names(name))
        {
            var (pathA, pathB) = (Path.Combine(folder, a + extension), Path.Combine(folder, b + extension));
            if (File.Exists(pathA) && File.Exists(pathB))
                return (pathA, pathB);
        }

        return null;
    }

    private static IEnumerable<(string A, string B)> Names(string name)
    {
        yield return ($"{name}_half_A", $"{name}_half_B");
        yield return ($"{name}_half1", $"{name}_half2");
        if (RelionClass().Match(name) is { Success: true } match)
        {
            var (head, tail) = (match.Groups["head"].Value, match.Groups["tail"].Value);
            yield return ($"{head}_half1{tail}_unfil", $"{head}_half2{tail}_unfil");
            yield return ($"{head}_half1{tail}", $"{head}_half2{tail}");
        }
    }

    [GeneratedRegex("^(?<head>.+)(?<tail>_class[0-9]{3})$", RegexOptions.CultureInvariant)]
    private static partial Regex RelionClass();
}
