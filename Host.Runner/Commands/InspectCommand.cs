using Host.Runner.Commands.Inspection;
using SingleParticle.Formats;

namespace Host.Runner.Commands;

/// <summary>`inspect FILE`: what is in a data file.</summary>
internal static class InspectCommand
{
    private static readonly (string Extension, Action<string, HostConsole> Inspect)[] Inspectors =
    [
        (".cs", CsInspector.Write),
        (".csg", GroupInspector.Write),
        (".star", StarInspector.Write),
        (".mrc", MrcInspector.Write),
        (".mrcs", MrcInspector.Write),
        (".map", MrcInspector.Write),
        (".ccp4", MrcInspector.Write),
        (".pdb", ModelInspector.Write),
        (".cif", ModelInspector.Write),
    ];

    public static ExitCode Run(string file, HostConsole console)
    {
        var name = Path.GetFileName(file);
        foreach (var packed in new[] { ".gz", ".bz2" })
            name = name.EndsWith(packed, StringComparison.OrdinalIgnoreCase) ? name[..^packed.Length] : name;
        var inspector = Inspectors.FirstOrDefault(pair => name.EndsWith(pair.Extension, StringComparison.OrdinalIgnoreCase));
        if (inspector.Inspect is null)
        {
            var known = string.Join(", ", Inspectors.Select(pair => pair.Extension));
            console.Error.WriteLine($"{file}: not a kind of file that can be inspected; known are {known}");
            return ExitCode.Usage;
        }

        try
        {
            inspector.Inspect(file, console);
            return ExitCode.Ok;
        }
        catch (Exception exception) when (exception is DataFileException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine(exception.Message);
            return ExitCode.WorkflowInvalid;
        }
    }
}
