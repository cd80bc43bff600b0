using Host.Abstractions.Planning;
using SingleParticle.Formats.Cs;

namespace Host.Runner.Datasets;

/// <summary>Results of CryoSPARC: a job folder, a result group, or a data set with its passthrough file.</summary>
internal static class CryosparcSource
{
    /// <summary>Adds what the source offers.</summary>
    /// <param name="draft">The source.</param>
    public static void Read(SourceDraft draft)
    {
        if (draft.Settings.TryGetValue("job", out var job))
            CryosparcJob.Read(draft, job);
        else if (draft.Settings.TryGetValue("group", out var group))
            ReadGroup(draft, "group", group);
        else
            ReadParticles(draft, "particles", draft.Settings["particles"]);
    }

    /// <summary>Adds what a result group holds.</summary>
    /// <param name="draft">The source.</param>
    /// <param name="key">Key that names the file.</param>
    /// <param name="path">The .csg.</param>
    public static void ReadGroup(SourceDraft draft, string key, string path)
    {
        if (path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
        {
            draft.Report(
                DiagnosticSeverity.Error,
                SourceCodes.FileKind,
                key,
                $"'{path}' is a data set (.cs); a result group (.csg) is expected",
                "name it under particles");
            return;
        }

        if (draft.Read(SourceFile.Named(key, path), ResultGroup.Read) is not { } group)
            return;
        if (!GroupOutputs.TryAdd(draft, key, new CryosparcGroup(path, group)))
            draft.Report(
                DiagnosticSeverity.Error,
                SourceCodes.FileKind,
                key,
                $"'{path}' is a result group of type '{group.Type}'; particle, volume or mask is expected",
                "name another group of the job");
    }

    /// <summary>Adds the particles of a `.cs` file and of the passthrough file that the workflow names with it.</summary>
    /// <param name="draft">The source.</param>
    /// <param name="key">Key that names the file.</param>
    /// <param name="path">The .cs.</param>
    public static void ReadParticles(SourceDraft draft, string key, string path)
    {
        var slots = new OrderedDictionary<string, SourceFile>(StringComparer.Ordinal);
        AddSlots(draft, SourceFile.Named(key, path), slots);
        if (draft.Settings.TryGetValue("passthrough", out var passthrough))
            AddSlots(draft, SourceFile.Named("passthrough", passthrough), slots);
        else
            PassthroughFiles.Suggest(draft, key, path, slots.Keys);
        if (slots.Count > 0)
            CsParticles.Add(draft, key, slots);
    }

    // A slot stands in the passthrough file when the job has not changed it; where both have it, the job's own counts.
    private static void AddSlots(SourceDraft draft, SourceFile file, OrderedDictionary<string, SourceFile> slots)
    {
        foreach (var slot in draft.Read(file, CsReader.ReadHeader)?.Slots ?? [])
            slots.TryAdd(slot, file);
    }
}
