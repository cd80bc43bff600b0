namespace Fixture.Library;

/// <summary>What tells the two versions of this library apart.</summary>
public static class Motto
{
    public static string Text => "library 2";
}
