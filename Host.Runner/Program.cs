using System.Text;
using Host.Runner.Commands;

Console.OutputEncoding = Encoding.UTF8;
var console = HostConsole.OfProcess(Console.IsOutputRedirected);
using var signals = StopSignals.OfProcess(Console.Error);
var work = Task.Run(() => new HostCommandLine(console).RunAsync(args, signals.Stopping));
// A second signal ends the process although the work goes on; its threads end with the process.
var ended = await Task.WhenAny(work, signals.StoppedNow).ConfigureAwait(false);
return (int)(ended == work ? await work.ConfigureAwait(false) : ExitCode.Cancelled);
