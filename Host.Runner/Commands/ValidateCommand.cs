using Host.Runner.Loading;
using Host.Runner.Workflows;

namespace Host.Runner.Commands;

/// <summary>`validate FILE`: checks a workflow against the installed nodes without looking at data.</summary>
internal static class ValidateCommand
{
    public static ExitCode Run(string file, HostSettings settings, PluginCatalog catalog, HostConsole console)
    {
        var reading = Read(file, settings, catalog, console, out var code);
        if (reading is { Workflow: { } workflow })
        {
            var (sources, steps) = (Quantity.Counted(workflow.Sources.Count, "source"), Quantity.Counted(workflow.Steps.Count, "step"));
            console.Output.WriteLine($"{file}: valid, {sources}, {steps}, {Quantity.Counted(workflow.Exports.Count, "output")}");
        }

        return code;
    }

    /// <summary>Reads a workflow and writes everything found wrong with it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="settings">What the command line says.</param>
    /// <param name="catalog">The plug-ins.</param>
    /// <param name="console">Where to write.</param>
    /// <param name="code">The exit code when there is no workflow.</param>
    public static WorkflowReading Read(string file, HostSettings settings, PluginCatalog catalog, HostConsole console, out ExitCode code)
    {
        var options = new WorkflowOptions { Overrides = settings.Overrides, Seed = settings.Seed };
        var reading = WorkflowReader.ReadFile(file, InstalledNodes.Of(catalog), options);
        var report = new DiagnosticReport(file, reading.Source, settings.Verbosity, (text, _) => console.Error.WriteLine(text));
        report.Write(reading.Diagnostics);
        code = reading.Workflow is null ? ExitCode.WorkflowInvalid : ExitCode.Ok;
        var unknownNodes = reading.Diagnostics.Count(diagnostic => diagnostic.Diagnostic.Code == WorkflowCodes.UnknownNode);
        if (unknownNodes > 0 && catalog.Refusals.Count > 0)
        {
            // The missing node may be one that a refused plug-in would have offered.
            InstalledNodes.WriteRefusals(console.Error, catalog.Refusals);
            code = unknownNodes == reading.Diagnostics.Count ? ExitCode.PluginRefused : code;
        }

        return reading;
    }
}
