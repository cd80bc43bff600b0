using SingleParticle.Formats.Cs;

namespace Host.Runner.Commands.Inspection;

/// <summary>Shows a `.csg` result group: its slots and the files that hold them.</summary>
internal static class GroupInspector
{
    public static void Write(string file, HostConsole console)
    {
        var group = ResultGroup.Read(file);
        console.Output.WriteLine(
            $"{file}: CryoSPARC result group '{group.Name}', type {group.Type}, {group.Title}, version {group.Version}");
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var rows = group.Results.Select(slot => (IReadOnlyList<string>)
            [slot.Slot, slot.Type, Quantity.Counted(slot.ItemCount, "item"), slot.MetafilePath, Presence(
                Path.Combine(folder, slot.MetafilePath))]);
        TextTable.Write(console.Output, [.. rows], "  ", console.WidthColumns);
    }

    private static string Presence(string path) => File.Exists(path) ? "" : "missing";
}
