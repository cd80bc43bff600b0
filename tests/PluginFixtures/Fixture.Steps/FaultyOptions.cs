using Host.Abstractions.Parameters;

namespace Fixture.Steps;

public sealed record FaultyOptions
{
    [Parameter("What goes wrong.")]
    public Fault Fault { get; init; } = Fault.RunError;
}
