using Host.Abstractions.Planning;

namespace Host.Runner.Execution;

/// <summary>What came of calling a node.</summary>
/// <typeparam name="TValue">What the call returns.</typeparam>
/// <param name="Value">What it returned; null when it did not.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="Reasons">Why it failed; empty when it did not.</param>
/// <param name="Trace">Type, message and stack trace of an unexpected exception; otherwise empty.</param>
internal sealed record NodeCall<TValue>(TValue? Value, NodeCallEnding Ending, IReadOnlyList<Diagnostic> Reasons, string Trace = "")
    where TValue : class;
