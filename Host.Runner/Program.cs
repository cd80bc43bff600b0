using System.Text;
using Host.Runner.Commands;
using Host.Runner.Datasets;

Console.OutputEncoding = Encoding.UTF8;
var console = HostConsole.OfProcess();
var commands = new HostCommandLine(console, new WorkflowServices(new SourceReader(), new Exporter(), TimeProvider.System));
using var signals = StopSignals.OfProcess();
var work = Task.Run(() => commands.RunAsync(args, signals.Stopping));
// A second signal ends the process although the work goes on; its threads end with the process.
if (await Task.WhenAny(work, signals.StoppedNow).ConfigureAwait(false) == work)
    return (int)await work.ConfigureAwait(false);
console.Release();
console.Error.WriteLine("stopped at once; the same command goes on from the last checkpoint");
return (int)ExitCode.Cancelled;
