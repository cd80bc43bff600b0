namespace Host.Abstractions.Tests.Surface;

/// <summary>Small faces that differ in one thing each.</summary>
public static class SurfaceSample
{
    public interface Before
    {
        string Text { get; }

        void Take(int count = 1);
    }

    public interface MemberMoreNullable
    {
        string? Text { get; }

        void Take(int count = 1);
    }

    public interface DefaultChanged
    {
        string Text { get; }

        void Take(int count = 2);
    }

    public interface MemberGone
    {
        string Text { get; }
    }
}
