using House.Tests.Sources;

namespace House.Tests.Documents;

/// <summary>The pages for people are complete.</summary>
public sealed class DocumentHouseTests
{
    private static readonly SourceFile Readme = Repository.File("README.md");

    [Fact]
    public void The_readme_tells_the_two_commands_that_the_gates_run() =>
        DocumentRules.Commands(Readme).Should().Equal(
            "dotnet run -c Release --project Host.Runner -- run manifests/workflows/quickstart.yaml",
            "dotnet test plugins.sln -c Release");

    [Fact]
    public void The_readme_tells_every_folder_of_the_root()
    {
        var folders = Repository.Files.Where(file => file.Path.Contains('/')).Select(file => file.Path.Split('/')[0]);
        None(DocumentRules.UntoldFolders(Readme, folders.Where(folder => folder[0] != '.').Distinct()));
    }

    [Fact]
    public void No_link_between_pages_is_dead() =>
        None(Repository.Files.Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(page => DocumentRules.DeadLinks(page, path => Path.Exists(Path.Combine(Repository.Root, path)))));

    [Fact]
    public void The_change_log_says_what_is_new() => None(DocumentRules.ChangeLog(Repository.File("CHANGELOG.md")));

    [Fact]
    public void Decision_records_are_numbered_without_gaps() =>
        None(DocumentRules.DecisionNumbers([.. Repository.Files.Where(file => file.Folder == "docs/decisions").Select(file => file.Name)]));

    [Fact]
    public void Every_namespace_with_vector_code_has_a_benchmark()
    {
        var benchmarks = Repository.Sources.Where(file => file.Path.StartsWith("benchmarks/", StringComparison.Ordinal)).ToList();
        None(KernelRules.Unmeasured(Repository.Sources.Where(file => file.IsProduct), benchmarks));
    }

    private static void None(IEnumerable<string> problems)
    {
        var found = string.Join('\n', problems);
        if (found.Length > 0)
            Assert.Fail(found);
    }
}
