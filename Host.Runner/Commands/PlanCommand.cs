using Host.Runner.Commands.Running;
using Host.Runner.Execution;
using Host.Runner.Loading;

namespace Host.Runner.Commands;

/// <summary>`plan FILE`: says what `run` would do, deliver and need, and everything that stands in its way; writes nothing.</summary>
internal sealed class PlanCommand
{
    private readonly HostConsole _console;
    private readonly WorkflowServices _services;
    private readonly PluginHost _plugins;
    private readonly HostSettings _settings;

    public PlanCommand(HostConsole console, WorkflowServices services, PluginHost plugins, HostSettings settings)
    {
        _console = console;
        _services = services;
        _plugins = plugins;
        _settings = settings;
    }

    /// <summary>Plans.</summary>
    /// <param name="file">The workflow file.</param>
    /// <param name="detail">Whether to say why steps run.</param>
    /// <param name="cancel">Stops planning.</param>
    public async Task<ExitCode> RunAsync(string file, PlanDetail detail, CancellationToken cancel)
    {
        var reading = ValidateCommand.Read(file, _settings, _plugins.Catalog, _console, out var code);
        if (reading.Workflow is not { } workflow)
            return code;
        var planner = new WorkflowPlanner(_plugins, _services.Sources);
        var plan = await planner.PlanAsync(workflow, _settings.RunsFolder, cancel).ConfigureAwait(false);
        var options = _settings.RunOptions;
        new PlanReport(plan, options, _console).Write(detail);
        var shortages = plan.CanRun ? ResourceCheck.Check(plan, options) : [];
        var report = new DiagnosticReport(file, reading.Source, _settings.Verbosity, (text, tone) => WriterOf(tone).WriteLine(text));
        report.Write(plan.Diagnostics.Concat(shortages));
        if (report.Counts.Length > 0)
            _console.Error.WriteLine(report.Counts);
        return ExitCodeOf(plan, shortages.Count);
    }

    private TextWriter WriterOf(Tone tone) => tone is Tone.Note or Tone.Warning or Tone.Error ? _console.Error : _console.Output;

    private static ExitCode ExitCodeOf(WorkflowPlan plan, int shortageCount)
    {
        if (plan.Diagnostics.Any(item => item.Diagnostic.Code == ExecutionCodes.PluginRefused))
            return ExitCode.PluginRefused;
        if (!plan.CanRun)
            return ExitCode.WorkflowInvalid;
        return shortageCount > 0 ? ExitCode.NotEnoughResources : ExitCode.Ok;
    }
}
