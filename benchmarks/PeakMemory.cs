using System.Globalization;

namespace Benchmarks;

/// <summary>The most memory that is the process's own at a time; pages of mapped files, which the system can take back, are not.</summary>
internal sealed class PeakMemory : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly Timer _timer;
    private long _kilobytes;

    /// <summary>Begins to look.</summary>
    public PeakMemory() => _timer = new Timer(_ => Look(), null, TimeSpan.Zero, Interval);

    /// <summary>The most so far in MiB.</summary>
    public long Mebibytes => Interlocked.Read(ref _kilobytes) >> 10;

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("RssAnon:", StringComparison.Ordinal));
        var now = long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        for (var seen = Interlocked.Read(ref _kilobytes); now > seen; seen = Interlocked.Read(ref _kilobytes))
            Interlocked.CompareExchange(ref _kilobytes, now, seen);
    }
}
