using Microsoft.Extensions.Logging;

namespace Testing.Jobs;

/// <summary>One entry of a job's log.</summary>
/// <param name="Level">How bad.</param>
/// <param name="Text">The message with its values filled in.</param>
public sealed record RecordedLogEntry(LogLevel Level, string Text);
