using Host.Abstractions.Planning;
using Host.Runner.Execution;
using SingleParticle.Formats.Cs;

namespace Host.Runner.Datasets;

/// <summary>A job folder of CryoSPARC: all result groups in it.</summary>
internal static class CryosparcJob
{
    private static readonly (string Type, string UsualName)[] Kinds = [("particle", "particles"), ("volume", "volume"), ("mask", "mask")];

    /// <summary>Adds the particles, the volume and the mask of a job.</summary>
    /// <param name="draft">The source.</param>
    /// <param name="folder">The job folder.</param>
    public static void Read(SourceDraft draft, string folder)
    {
        if (!Directory.Exists(folder))
        {
            draft.Report(DiagnosticSeverity.Error, SourceCodes.FileMissing, "job", Absence(folder), Remedy(folder));
            return;
        }

        if (ListGroups(draft, folder) is not { } files)
            return;
        var groups = new List<CryosparcGroup>();
        foreach (var file in files)
        {
            if (draft.Read(SourceFile.Named("job", file), ResultGroup.Read) is { } group)
                groups.Add(new CryosparcGroup(file, group));
        }

        if (groups.Count > 0 && !groups.Exists(group => Kinds.Any(kind => kind.Type == group.Content.Type)))
            ReportStrangers(draft, folder, groups);
        foreach (var (type, usualName) in Kinds)
        {
            if (Choose(draft, type, usualName, [.. groups.Where(group => group.Content.Type == type)]) is { } group)
                GroupOutputs.TryAdd(draft, "job", group);
        }
    }

    private static string[]? ListGroups(SourceDraft draft, string folder)
    {
        try
        {
            var files = Directory.GetFiles(folder, "*.csg").Order(StringComparer.Ordinal).ToArray();
            if (files.Length > 0)
                return files;
            draft.Report(
                DiagnosticSeverity.Error,
                SourceCodes.GroupChoice,
                "job",
                $"'{folder}' holds no result group (.csg); {DataSets(folder)}",
                "a job writes its groups when it completes: wait for it, or name a .cs under particles and its passthrough file under "
                    + "passthrough");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            draft.Report(
                DiagnosticSeverity.Error, ExecutionCodes.SourceUnreadable, "job", failure.Message, "check the folder's permissions");
        }

        return null;
    }

    private static string DataSets(string folder)
    {
        var names = Directory.GetFiles(folder, "*.cs").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0
            ? "no data set (.cs) either"
            : FormattableString.Invariant($"{names.Count} data sets (.cs), {names[^1]} the last of them");
    }

    // A classification has a group per class and one of all particles; which one of several is meant otherwise, only the user knows.
    private static CryosparcGroup? Choose(SourceDraft draft, string type, string usualName, IReadOnlyList<CryosparcGroup> groups)
    {
        var chosen = groups.Count == 1
            ? groups[0]
            : Single(groups, name => name == usualName)
                ?? Single(groups, name => name.EndsWith("_all_classes", StringComparison.Ordinal));
        if (chosen is null && groups.Count > 0)
        {
            var names = string.Join(", ", groups.Select(group => $"{group.Content.Name} ({Path.GetFileName(group.Path)})"));
            draft.Report(
                DiagnosticSeverity.Note,
                SourceCodes.GroupChoice,
                "job",
                FormattableString.Invariant($"{groups.Count} result groups of type {type}, none of them named {usualName}: {names}; ")
                    + "none is taken",
                "to use one, name its .csg in a source of its own: cryosparc: { group: ... }");
        }

        return chosen;
    }

    private static void ReportStrangers(SourceDraft draft, string folder, List<CryosparcGroup> groups)
    {
        var types = string.Join(", ", groups.Select(group => group.Content.Type).Distinct().Order(StringComparer.Ordinal));
        draft.Report(
            DiagnosticSeverity.Error,
            SourceCodes.GroupChoice,
            "job",
            $"'{folder}' has result groups of type {types}; particle, volume or mask is expected",
            "name a job that has particles or maps, a refinement for instance");
    }

    private static CryosparcGroup? Single(IReadOnlyList<CryosparcGroup> groups, Func<string, bool> isMeant)
    {
        var meant = groups.Where(group => isMeant(group.Content.Name)).ToList();
        return meant.Count == 1 ? meant[0] : null;
    }

    private static string Absence(string folder) =>
        File.Exists(folder) ? $"'{folder}' is a file; a job folder is expected" : $"'{folder}' does not exist";

    private static string Remedy(string folder) => File.Exists(folder)
        ? "name a .csg under group, a .cs under particles"
        : MissingFile.Describe(folder).Hint;
}
