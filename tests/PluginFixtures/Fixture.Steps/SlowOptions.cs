using Host.Abstractions.Parameters;

namespace Fixture.Steps;

public sealed record SlowOptions
{
    [Parameter("Stage in which to wait until stopped; 0 for none.", Minimum = 0, Maximum = 4, AffectsResult = false)]
    public int HoldInStage { get; init; }

    [Parameter("Whether the wait hears that it should stop.", AffectsResult = false)]
    public Hearing Hearing { get; init; } = Hearing.Good;

    [Parameter("How long each stage lasts.", Unit = "ms", Minimum = 0, Maximum = 60000, AffectsResult = false)]
    public int StageMilliseconds { get; init; }
}
