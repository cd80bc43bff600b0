namespace Fixture.Steps;

public enum Lie
{
    None,
    NoFile,
    NoItem,
    WrongCount,
    WrongType,
    OtherSlot,
    OutsideFolder,
    UnknownOutput,
}
