using System.Runtime.InteropServices;

namespace Host.Runner.Commands;

/// <summary>Ctrl-C and SIGTERM: the first asks jobs to leave a checkpoint and stop, the second stops at once.</summary>
public sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _stopNow = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _count;

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Completed by the second signal.</summary>
    public Task StoppedNow => _stopNow.Task;

    /// <summary>The signals of the process.</summary>
    public static StopSignals OfProcess()
    {
        var signals = new StopSignals();
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
            signals._registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                signals.Raise();
            }));
        return signals;
    }

    /// <summary>Does what a signal does.</summary>
    public void Raise()
    {
        if (Interlocked.Increment(ref _count) > 1)
        {
            _stopNow.TrySetResult();
            return;
        }

        // Away from the signal's thread, so that a slow job cannot keep the second signal from being seen, and from the pool, whose
        // threads may all be computing.
        new Thread(_stop.Cancel) { IsBackground = true }.Start();
    }

    /// <summary>Gives the signals back.</summary>
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _stop.Dispose();
    }
}
