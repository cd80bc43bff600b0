using Host.Abstractions.Parameters;

namespace Fixture.Steps;

public sealed record MakeOptions
{
    [Parameter("How many rows.", Minimum = 1, Maximum = 1000)]
    public int Count { get; init; } = 3;

    [Parameter("Said in the log, no part of the result.", AffectsResult = false)]
    public string Comment { get; init; } = "none";
}
