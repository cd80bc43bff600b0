namespace Fixture.Steps;

public enum Fault
{
    PlanError,
    PlanBug,
    RunError,
    RunBug,
    StrayCancellation,
    Hunger,
}
