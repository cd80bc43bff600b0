using Host.Runner.Commands.Running;
using Host.Runner.Execution;
using Host.Runner.Loading;
using Host.Runner.Workflows;

namespace Host.Runner.Commands;

/// <summary>`run FILE`: carries a workflow out.</summary>
internal sealed class RunCommand
{
    private readonly HostConsole _console;
    private readonly WorkflowServices _services;
    private readonly PluginHost _plugins;
    private readonly HostSettings _settings;

    public RunCommand(HostConsole console, WorkflowServices services, PluginHost plugins, HostSettings settings)
    {
        _console = console;
        _services = services;
        _plugins = plugins;
        _settings = settings;
    }

    /// <summary>Runs.</summary>
    /// <param name="file">The workflow file.</param>
    /// <param name="cancel">Asks the running step to leave a checkpoint and stop.</param>
    public async Task<ExitCode> RunAsync(string file, CancellationToken cancel)
    {
        var reading = ValidateCommand.Read(file, _settings, _plugins.Catalog, _console, out var code);
        if (reading.Workflow is not { } workflow)
        {
            _console.Error.WriteLine($"not run: {Quantity.Counted(reading.Diagnostics.Count, "error")}; nothing was written");
            return code;
        }

        var display = Display();
        var report = new DiagnosticReport(file, reading.Source, _settings.Verbosity, display.Write);
        var narrator = new RunNarrator(display, report, _settings.Verbosity, _console.WidthColumns);
        var began = _services.Clock.GetTimestamp();
        RunOutcome? outcome = null;
        display.StepBegan("planning");
        await using (cancel.Register(() => display.Write("stopping at the next checkpoint; once more to stop at once", Tone.Warning)))
            await display.ShowAsync(RunAsync).ConfigureAwait(false);
        return Close(outcome, narrator, report, display, _services.Clock.GetElapsedTime(began));

        async Task RunAsync() => outcome = await ExecuteAsync(workflow, narrator, cancel).ConfigureAwait(false);
    }

    private async Task<RunOutcome?> ExecuteAsync(ResolvedWorkflow workflow, RunNarrator narrator, CancellationToken cancel)
    {
        var options = _settings.RunOptions;
        var executor = new WorkflowExecutor(_plugins, _services.Sources, _services.Exporter, _services.Clock);
        try
        {
            return await executor.RunAsync(workflow, options, narrator, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private ExitCode Close(RunOutcome? outcome, RunNarrator narrator, DiagnosticReport report, IRunDisplay display, TimeSpan elapsed)
    {
        if (outcome is null)
        {
            display.Write("stopped while planning; nothing was written", Tone.Bad);
            return ExitCode.Cancelled;
        }

        report.Write(outcome.Diagnostics);
        if (outcome.State is RunState.Completed or RunState.Failed or RunState.Cancelled)
            RunClosing.WritePlaces(outcome, narrator, _settings.RunsFolder, display);
        display.Write($"\n{RunClosing.Statement(outcome, report, elapsed)}", RunClosing.ToneOf(outcome));
        if (RunClosing.LogOfFailure(outcome, _settings.RunsFolder) is { } log)
            display.Write($"log: {PathText.Of(log)}");
        return (ExitCode)outcome.ExitCode;
    }

    private IRunDisplay Display() => _console.Mode == OutputMode.Terminal && _settings.Verbosity != Verbosity.Quiet
        ? new BarDisplay(_console, _settings.Verbosity, _services.Clock)
        : new PlainDisplay(_console, _settings.Verbosity, _services.Clock);
}
