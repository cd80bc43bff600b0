namespace House.Tests.Gates;

/// <summary>The gates fail when a gate fails, and count the tests that really ran.</summary>
public sealed class CheckScriptTests
{
    private const string Pass = """
        if [ "$1" = test ]; then echo "Passed!  - Failed:     0, Passed:    10, Skipped:     2, Total:    12, Duration: 1 s - A.dll (net10.0)"; fi
        """;

    [Fact]
    public void All_gates_passing_ends_well_with_the_count_on_the_last_line()
    {
        using var check = new CheckScript(Pass);
        var (code, lines) = check.Run();
        code.Should().Be(0);
        var runs = check.Calls().Count(call => call.StartsWith("test", StringComparison.Ordinal));
        runs.Should().BeGreaterThan(1, "the tests run again without vector instructions");
        lines[^1].Should().Be($"{10 * runs} passed, 0 failed, {2 * runs} skipped");
    }

    [Theory]
    [InlineData("build")]
    [InlineData("format")]
    [InlineData("run quickstart")]
    [InlineData("test plugins.sln")]
    [InlineData("test tests/SingleParticle.Tests")]
    public void Any_gate_failing_fails_the_whole_and_the_others_still_run(string gate)
    {
        using var check = new CheckScript($"{Pass}\ncase \"$*\" in \"{gate}\"*) exit 1;; esac");
        var (code, lines) = check.Run();
        code.Should().NotBe(0);
        lines[^1].Should().MatchRegex("^[0-9]+ passed, 0 failed, [0-9]+ skipped$");
        lines.Should().Contain(line => line.Contains("FAILED after"));
        check.Calls().Should().HaveCountGreaterThan(5);
    }

    [Fact]
    public void Failed_and_skipped_tests_are_counted()
    {
        using var check = new CheckScript("""
            if [ "$1 $2" = "test plugins.sln" ]; then
              echo "Failed!  - Failed:     3, Passed:    10, Skipped:     1, Total:    14, Duration: 1 s - A.dll (net10.0)"
              echo "Skipped! - Failed:     0, Passed:     0, Skipped:     4, Total:     4, Duration: 1 s - B.dll (net10.0)"
            fi
            """);
        var (code, lines) = check.Run();
        code.Should().NotBe(0, "a failed test fails the whole, whatever dotnet says");
        lines[^1].Should().Be("10 passed, 3 failed, 5 skipped");
    }

    [Fact]
    public void A_run_without_any_test_fails()
    {
        using var check = new CheckScript("true");
        var (code, lines) = check.Run();
        code.Should().NotBe(0);
        lines[^1].Should().Be("0 passed, 0 failed, 0 skipped");
    }

    [Fact]
    public void A_test_project_without_tests_fails()
    {
        using var check = new CheckScript(
            $"{Pass}\nif [ \"$1 $2\" = \"test plugins.sln\" ]; then echo 'No test is available in B.dll. Make sure'; fi");
        check.Run().ExitCode.Should().NotBe(0);
    }

    [Fact]
    public void A_command_that_reads_its_input_takes_nothing_from_the_gates_after_it()
    {
        using var check = new CheckScript($"{Pass}\ncat > /dev/null");
        check.Run().ExitCode.Should().Be(0);
        check.Calls().Should().Contain("test plugins.sln");
    }
}
