using House.Tests.Sources;

namespace House.Tests.Documents;

/// <summary>The rules on pages find their planted offences.</summary>
public sealed class DocumentRuleTests
{
    [Fact]
    public void A_dead_link_is_found()
    {
        var page = new SourceFile("docs/a.md", "[b](b.md) [up](../README.md#top) [far](https://example.org/x) [c](c.md)");
        string[] there = ["docs/b.md", "README.md"];
        DocumentRules.DeadLinks(page, path => there.Contains(path)).Should().Equal("docs/a.md: the link to c.md leads nowhere");
    }

    [Theory]
    [InlineData("# Changelog\n\n## 1.0.0\n- a\n", "not Unreleased")]
    [InlineData("# Changelog\n\n## Unreleased\n\n## 1.0.0\n- a\n", "no entries")]
    public void A_change_log_that_is_behind_is_found(string text, string problem) =>
        DocumentRules.ChangeLog(new SourceFile("CHANGELOG.md", text)).Should().ContainSingle().Which.Should().Contain(problem);

    [Fact]
    public void A_folder_left_out_of_the_table_is_found()
    {
        var readme = new SourceFile("README.md", "| `docs` | pages |\n| `testsuite` | more |");
        DocumentRules.UntoldFolders(readme, ["docs", "tests"]).Should().ContainSingle().Which.Should().EndWith("leaves out tests");
    }

    [Fact]
    public void A_gap_or_repeat_among_decision_records_is_found()
    {
        DocumentRules.DecisionNumbers(["0001-a.md", "0003-b.md"]).Should().ContainSingle();
        DocumentRules.DecisionNumbers(["0001-a.md", "0001-b.md"]).Should().ContainSingle();
        DocumentRules.DecisionNumbers(["0002-a.md", "0001-b.md"]).Should().BeEmpty();
    }

    [Fact]
    public void Vector_code_without_a_benchmark_is_found()
    {
        var kernel = new SourceFile("S/Masks/A.cs", "namespace SingleParticle.Masks;\nif (Vector256.IsHardwareAccelerated) { }\n");
        KernelRules.Unmeasured([kernel], [new SourceFile("benchmarks/B.cs", "using SingleParticle.Fourier;\n")]).Should().ContainSingle()
            .Which.Should().StartWith("SingleParticle.Masks has vector code");
        KernelRules.Unmeasured([kernel], [new SourceFile("benchmarks/B.cs", "using SingleParticle.Masks;\n")]).Should().BeEmpty();
    }
}
