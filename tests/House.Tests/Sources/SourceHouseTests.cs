namespace House.Tests.Sources;

/// <summary>The rules of the house, held against every source of the repository.</summary>
public sealed class SourceHouseTests
{
    private static readonly string[] PlantedExamples =
        ["tests/House.Tests/Sources/SourceRuleTests.cs", "tests/House.Tests/Sources/SourceRules.cs"];

    [Fact]
    public void Every_file_holds_one_type_and_is_named_after_it() => Hold(SourceRules.OneTypeNamedAsFile, Repository.Sources);

    [Fact]
    public void No_file_is_longer_than_320_lines() => Hold(SourceRules.FileLength, Repository.Sources);

    [Fact]
    public void No_line_is_longer_than_140_characters() => Hold(SourceRules.LineLength, Repository.Sources);

    [Fact]
    public void Spellings_of_file_formats_stay_in_Formats_and_Particles() => Hold(SourceRules.FormatSpellings, Repository.Sources);

    [Fact]
    public void No_error_is_swallowed() => Hold(SourceRules.EmptyCatch, Repository.Sources);

    [Fact]
    public void Nothing_is_left_unfinished() => Hold(SourceRules.Unfinished, Repository.Sources);

    [Fact]
    public void Products_are_documented_because_the_compiler_says_so()
    {
        Repository.File("Directory.Build.props").Text.Should()
            .Contain("<GenerateDocumentationFile>true<").And.Contain("<TreatWarningsAsErrors>true<");
        Hold(SourceRules.SilencedDocumentation, Repository.Files);
    }

    [Fact]
    public void Nothing_in_the_repository_names_a_place_on_one_machine() => Hold(SourceRules.PrivatePlaces, Repository.Files);

    [Fact]
    public void Every_test_is_named_by_a_sentence() => Hold(SourceRules.TestNames, Repository.Sources.Where(file => !file.IsProduct));

    [Fact]
    public void The_rules_have_sources_to_look_at()
    {
        Repository.Sources.Count(file => file.IsProduct).Should().BeGreaterThan(300);
        Repository.Sources.Should().Contain(file => file.Path == "tests/House.Tests/Sources/SourceHouseTests.cs");
    }

    private static void Hold(Func<SourceFile, IEnumerable<string>> rule, IEnumerable<SourceFile> files)
    {
        var problems = files.Where(file => !PlantedExamples.Contains(file.Path)).SelectMany(rule).ToList();
        if (problems.Count > 0)
            Assert.Fail(string.Join('\n', problems));
    }
}
