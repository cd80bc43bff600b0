using System.Reflection;
using House.Tests.Sources;

namespace House.Tests.Assemblies;

/// <summary>The rules of the house, held against the built assemblies and the projects they come from.</summary>
public sealed class AssemblyHouseTests
{
    [Fact]
    public void Plug_ins_and_science_keep_no_static_state() =>
        None(StaticState.Problems(
            Products.Plugins.Concat(Products.Science).Append(Products.Contract).SelectMany(assembly => assembly.GetTypes())));

    [Fact]
    public void Nodes_show_hosts_nothing_but_base_library_and_contract_types()
    {
        var types = Products.Plugins.SelectMany(assembly => assembly.GetTypes()).ToList();
        None(NodeFace.Problems(types));
    }

    [Fact]
    public void The_contract_shows_nothing_but_base_library_and_contract_types()
    {
        string[] shared = ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions"];
        Products.Contract.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).Should().BeSubsetOf(shared);
    }

    [Fact]
    public void Project_references_point_one_way() =>
        None(Repository.Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal))
            .SelectMany(file => References.Problems(Path.GetFileNameWithoutExtension(file.Name), References.OfProject(file))));

    [Fact]
    public void Sources_use_only_what_their_project_may() =>
        None(Repository.Sources.Where(file => file.IsProduct)
            .SelectMany(
                file => References.Problems(ProjectOf(file), References.OfSource(file)).Select(problem => $"{file.Path}: {problem}")));

    [Fact]
    public void Assemblies_carry_no_reference_that_points_the_wrong_way() =>
        None(Products.Plugins.Concat(Products.Science).Append(Products.Contract).SelectMany(
            assembly => References.Problems(assembly.GetName().Name!, Ours(assembly))));

    [Fact]
    public void Every_project_is_in_the_solution_and_has_its_lock_file()
    {
        var solution = Repository.File("plugins.sln").Text.Replace('\\', '/');
        var projects = Repository.Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)).ToList();
        projects.Should().NotBeEmpty();
        None(projects.Where(file => !solution.Contains($"\"{file.Path}\"", StringComparison.Ordinal))
            .Select(file => $"{file.Path} is not in plugins.sln"));
        None(projects.Where(file => !File.Exists(Path.Combine(Repository.Root, file.Folder, "packages.lock.json")))
            .Select(file => $"{file.Path} has no packages.lock.json"));
    }

    private static string ProjectOf(SourceFile file) =>
        file.Path.StartsWith("samples/", StringComparison.Ordinal) ? file.Path.Split('/')[1] : file.Path.Split('/')[0];

    private static IEnumerable<string> Ours(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(
            name => name.StartsWith("Host.", StringComparison.Ordinal) || name.StartsWith("Plugin.", StringComparison.Ordinal)
                || name.StartsWith("SingleParticle", StringComparison.Ordinal));

    private static void None(IEnumerable<string> problems)
    {
        var found = string.Join('\n', problems);
        if (found.Length > 0)
            Assert.Fail(found);
    }
}
