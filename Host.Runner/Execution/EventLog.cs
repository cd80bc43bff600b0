using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Host.Runner.Execution;

/// <summary>The `events.log` of a job: plain lines with time and level, appended run after run.</summary>
internal sealed class EventLog : ILogger, IDisposable
{
    private readonly Lock _lock = new();
    private readonly StreamWriter _file;
    private readonly TimeProvider _clock;
    private readonly Action<LogLevel, string> _heard;
    private bool _closed;

    /// <summary>Opens a log.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="heard">Is told every message of the node.</param>
    public EventLog(string path, TimeProvider clock, Action<LogLevel, string> heard)
    {
        _file = new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
        _clock = clock;
        _heard = heard;
    }

    /// <summary>Writes a line of the host's own.</summary>
    /// <param name="word">What kind of line.</param>
    /// <param name="text">The line; further lines of it are indented.</param>
    public void Write(string word, string text)
    {
        var time = _clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        lock (_lock)
        {
            // A thread that a node left running must not take the host down by logging too late.
            if (!_closed)
                _file.WriteLine($"{time} {word} {text.ReplaceLineEndings("\n    ")}");
        }
    }

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Debug and < LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        var message = formatter(state, exception);
        Write(Word(logLevel), exception is null ? message : $"{message}\n{exception}");
        _heard(logLevel, message);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _file.Dispose();
        }
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Debug => "debug",
        LogLevel.Information => "note",
        LogLevel.Warning => "warning",
        _ => "error",
    };
}
