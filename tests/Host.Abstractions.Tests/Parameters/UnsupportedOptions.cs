using Host.Abstractions.Parameters;

namespace Host.Abstractions.Tests.Parameters;

/// <summary>Options with a parameter of a type that workflows cannot spell.</summary>
internal sealed record UnsupportedOptions
{
    [Parameter("When.")]
    public DateTime Day { get; init; }
}
