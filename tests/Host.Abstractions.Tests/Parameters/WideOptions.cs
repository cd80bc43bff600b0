using Host.Abstractions.Parameters;

namespace Host.Abstractions.Tests.Parameters;

/// <summary>Options with a count that states no bounds of its own.</summary>
internal sealed record WideOptions
{
    [Parameter("How often.")]
    public int RepeatCount { get; init; } = 1;
}
