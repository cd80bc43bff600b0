namespace Fixture.Steps;

public enum Hearing
{
    Good,
    None,
}
