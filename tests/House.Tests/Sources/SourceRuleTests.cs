namespace House.Tests.Sources;

/// <summary>Every rule finds its planted offence and lets the decent neighbour pass.</summary>
public sealed class SourceRuleTests
{
    [Theory]
    [InlineData("A.cs", "namespace N;\npublic sealed class A { }\ninternal enum B { C }\n", "2 types (A, B)")]
    [InlineData("A.cs", "namespace N;\npublic readonly record struct B(int C);\n", "holds B")]
    [InlineData("A.cs", "namespace N;\npublic delegate int B(int c);\n", "holds B")]
    [InlineData("A.cs", "namespace N;\n", "holds no type")]
    public void A_file_holds_one_type_and_is_named_after_it(string name, string text, string problem) =>
        SourceRules.OneTypeNamedAsFile(new SourceFile($"S/{name}", text)).Should().ContainSingle().Which.Should().Contain(problem);

    [Theory]
    [InlineData("A.cs", "namespace N;\npublic abstract partial class A<T>\n{\n    private sealed class B { }\n}\n")]
    [InlineData("AOfT.cs", "namespace N;\npublic interface A<T>;\n")]
    [InlineData("Program.cs", "using System;\nreturn 0;\n")]
    public void A_file_may_hold_nested_types_or_the_program(string name, string text) =>
        SourceRules.OneTypeNamedAsFile(new SourceFile($"S/{name}", text)).Should().BeEmpty();

    [Fact]
    public void A_file_has_320_lines_at_most()
    {
        SourceRules.FileLength(new SourceFile("A.cs", string.Concat(Enumerable.Repeat("x\n", 320)))).Should().BeEmpty();
        SourceRules.FileLength(new SourceFile("A.cs", string.Concat(Enumerable.Repeat("x\n", 321)))).Should().ContainSingle();
    }

    [Fact]
    public void A_line_has_140_characters_at_most_unless_it_is_data()
    {
        var longLine = new string('x', 141);
        SourceRules.LineLength(new SourceFile("A.cs", $"a\n{longLine}\n")).Should().ContainSingle().Which.Should().StartWith("A.cs(2)");
        SourceRules.LineLength(new SourceFile("A.cs", $"{longLine[1..]}\n")).Should().BeEmpty();
        SourceRules.LineLength(new SourceFile("A.cs", $"\"\"\"\n{longLine}\n\"\"\"\n")).Should().BeEmpty();
        SourceRules.LineLength(new SourceFile("A.cs", $"\"\"\"\n\"\"\"\n{longLine}\n")).Should().ContainSingle();
    }

    [Theory]
    [InlineData("Plugin.X/A.cs", "var label = \"rlnClassNumber\";")]
    [InlineData("SingleParticle/Optics/A.cs", "var field = \"alignments3D/pose\";")]
    public void Spellings_of_file_formats_stay_with_the_formats(string path, string line)
    {
        SourceRules.FormatSpellings(new SourceFile(path, line)).Should().ContainSingle();
        SourceRules.FormatSpellings(new SourceFile("SingleParticle/Formats/Star/A.cs", line)).Should().BeEmpty();
        SourceRules.FormatSpellings(new SourceFile("SingleParticle/Particles/A.cs", line)).Should().BeEmpty();
        SourceRules.FormatSpellings(new SourceFile("tests/A.cs", line)).Should().BeEmpty("tests may plant what they read");
        SourceRules.FormatSpellings(new SourceFile(path, "/// <summary>As rlnClassNumber and alignments3D/pose.</summary>")).Should()
            .BeEmpty();
        SourceRules.FormatSpellings(new SourceFile(path, "string[] slots = [\"alignments3D\", \"ctf\"];")).Should()
            .BeEmpty("slots are the contract's");
    }

    [Theory]
    [InlineData("try { A(); } catch { }")]
    [InlineData("try { A(); }\ncatch (IOException)\n{\n}\n")]
    [InlineData("try { A(); }\ncatch (IOException e) when (e.HResult == 1)\n{\n    // nothing to do\n}\n")]
    public void An_empty_catch_is_found(string text) => SourceRules.EmptyCatch(new SourceFile("A.cs", text)).Should().ContainSingle();

    [Fact]
    public void A_catch_that_does_something_is_let_pass() =>
        SourceRules.EmptyCatch(new SourceFile("A.cs", "try { A(); }\ncatch (IOException)\n{\n    return null;\n}\n")).Should().BeEmpty();

    [Theory]
    [InlineData("// TODO: later")]
    [InlineData("throw new NotImplementedException();")]
    public void Unfinished_work_is_found(string line) => SourceRules.Unfinished(new SourceFile("A.cs", line)).Should().ContainSingle();

    [Fact]
    public void Silencing_the_warning_on_undocumented_members_is_found_in_products()
    {
        SourceRules.SilencedDocumentation(new SourceFile("P/A.cs", "#pragma warning disable CS1591")).Should().ContainSingle();
        SourceRules.SilencedDocumentation(new SourceFile("P/A.csproj", "<NoWarn>$(NoWarn);CS1591</NoWarn>")).Should().ContainSingle();
        SourceRules.SilencedDocumentation(new SourceFile("tests/A.csproj", "<NoWarn>$(NoWarn);CS1591</NoWarn>")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("var data = \"/home/someone/data\";")]
    [InlineData("path: /Users/someone/maps")]
    [InlineData("path: C:\\Users")]
    [InlineData("var host = \"localhost\";")]
    [InlineData("proxy 192.168.0.1")]
    public void Places_on_one_machine_are_found(string line) =>
        SourceRules.PrivatePlaces(new SourceFile("a.md", line)).Should().ContainSingle();

    [Theory]
    [InlineData("#!/usr/bin/env bash")]
    [InlineData("version 10.0.14 of the package")]
    [InlineData("see docs/work/flow.md")]
    [InlineData("job: /data/CS-nav17/J42")]
    public void Paths_that_hold_anywhere_are_let_pass(string line) =>
        SourceRules.PrivatePlaces(new SourceFile("a.md", line)).Should().BeEmpty();

    [Theory]
    [InlineData("    [Fact]\n    public void TestScale()\n")]
    [InlineData("    [Fact]\n    public async Task Works() => await A();\n")]
    [InlineData("    [Theory]\n    [InlineData(1)]\n    public void finds_the_scale(int a)\n")]
    [InlineData("    [SharedDataFact(\"data/smoke\")]\n    public void Scale__works()\n")]
    public void A_test_name_that_is_no_sentence_is_found(string text) =>
        SourceRules.TestNames(new SourceFile("A.cs", text)).Should().ContainSingle();

    [Fact]
    public void A_test_name_that_is_a_sentence_is_let_pass() =>
        SourceRules.TestNames(new SourceFile("A.cs", "    [Fact]\n    public async Task Finds_the_scale() => A();\n")).Should().BeEmpty();
}
