using SingleParticle.Particles;

namespace SingleParticle.Tests.Particles;

public sealed class ProblemListTests
{
    [Fact]
    public void Spells_out_the_first_five_of_a_kind_and_counts_the_rest()
    {
        var problems = new ProblemList();
        for (var line = 1; line <= 12; line++)
            problems.Add("bad line", $"line {line}");
        problems.Add("other", "alone");

        problems.ToProblems().Should().Equal(
            "line 1", "line 2", "line 3", "line 4", "line 5", "and 7 more of this kind (bad line)", "alone");
        problems.ToWarnings().Should().BeEmpty();
    }

    [Fact]
    public void Is_empty_with_warnings_only()
    {
        var problems = new ProblemList();
        problems.Warn("note", "noticed");

        problems.IsEmpty.Should().BeTrue();
        problems.ToWarnings().Should().Equal("noticed");
        problems.Add("bad", "bad");
        problems.IsEmpty.Should().BeFalse();
    }
}
