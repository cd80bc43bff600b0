using Host.Abstractions.Ports;
using Host.Abstractions.Running;

namespace Host.Runner.Execution;

/// <summary>Paths of a result between their absolute form and the one stored, which survives moving the run folder.</summary>
internal static class JobResultPaths
{
    /// <summary>Puts everything below a folder under another name, relative to the job folder.</summary>
    /// <param name="result">Result with absolute paths.</param>
    /// <param name="writtenIn">Folder in which the outputs were written.</param>
    /// <param name="publishedAs">Name of the folder in which they now are.</param>
    public static JobResult Relative(JobResult result, string writtenIn, string publishedAs) => Map(result, path =>
    {
        var below = Path.GetRelativePath(writtenIn, path);
        var isOutside = below.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(below);
        return isOutside ? path : Path.Join(publishedAs, below == "." ? "" : below).Replace('\\', '/');
    });

    /// <summary>Makes stored paths absolute.</summary>
    /// <param name="result">Result as stored.</param>
    /// <param name="jobFolder">Folder of the job.</param>
    public static JobResult Absolute(JobResult result, string jobFolder) =>
        Map(result, path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, jobFolder)));

    private static JobResult Map(JobResult result, Func<string, string> map) => result with
    {
        Outputs = result.Outputs.ToDictionary(
            output => output.Key,
            output => (IReadOnlyList<DataItem>)[.. output.Value.Select(item => Map(item, map))],
            StringComparer.Ordinal),
    };

    private static DataItem Map(DataItem item, Func<string, string> map) => item with
    {
        Slots = [.. item.Slots.Select(slot => slot with { Path = map(slot.Path) })],
        SearchRoots = [.. item.SearchRoots.Select(map)],
    };
}
