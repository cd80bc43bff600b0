using Host.Abstractions.Ports;

namespace Host.Runner.Datasets;

/// <summary>Turns a result group into an output.</summary>
internal static class GroupOutputs
{
    /// <summary>Adds the output of a group, and reports what stands in its way.</summary>
    /// <param name="draft">The source.</param>
    /// <param name="key">Key that led to the group.</param>
    /// <param name="group">The group.</param>
    /// <returns>False when its type is none that flows between nodes.</returns>
    public static bool TryAdd(SourceDraft draft, string key, CryosparcGroup group)
    {
        switch (group.Content.Type)
        {
            case "particle":
                AddParticles(draft, key, group);
                return true;
            case "volume":
                CsMaps.Add(draft, key, group, DataTypes.Volume);
                return true;
            case "mask":
                CsMaps.Add(draft, key, group, DataTypes.Mask);
                return true;
            default:
                return false;
        }
    }

    private static void AddParticles(SourceDraft draft, string key, CryosparcGroup group)
    {
        var slots = new OrderedDictionary<string, SourceFile>(StringComparer.Ordinal);
        foreach (var result in group.Content.Results)
            slots[result.Slot] = SourceFile.Named(key, result.MetafilePath);
        CsParticles.Add(draft, key, slots);
    }
}
