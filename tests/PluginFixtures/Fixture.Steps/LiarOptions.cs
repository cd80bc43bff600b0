using Host.Abstractions.Parameters;

namespace Fixture.Steps;

public sealed record LiarOptions
{
    [Parameter("Which promise to break.")]
    public Lie Lie { get; init; } = Lie.None;
}
