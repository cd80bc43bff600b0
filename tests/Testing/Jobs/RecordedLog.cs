using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Testing.Jobs;

/// <summary>Keeps what a job logged.</summary>
public sealed class RecordedLog : ILogger
{
    private readonly ConcurrentQueue<RecordedLogEntry> _entries = new();

    /// <summary>All entries in the order they were logged.</summary>
    public IReadOnlyList<RecordedLogEntry> Entries => [.. _entries];

    /// <summary>The text of everything logged at or above a level.</summary>
    /// <param name="level">Lowest level.</param>
    public IReadOnlyList<string> AtLeast(LogLevel level) => [.. _entries.Where(entry => entry.Level >= level).Select(entry => entry.Text)];

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        _entries.Enqueue(new RecordedLogEntry(logLevel, formatter(state, exception)));
    }
}
