using System.Text.RegularExpressions;
using System.Xml.Linq;
using House.Tests.Sources;

namespace House.Tests.Assemblies;

/// <summary>Dependencies point one way: plug-ins on the science and the contract, the science on nothing of ours.</summary>
internal static class References
{
    /// <summary>Which of our projects a project may use; projects without an entry (tests, benchmarks) may use any.</summary>
    /// <param name="project">Project name.</param>
    public static IReadOnlyList<string>? Allowed(string project) => project switch
    {
        "Host.Abstractions" or "SingleParticle" => [],
        "SingleParticle.Nodes" => ["SingleParticle", "Host.Abstractions"],
        "SingleParticle.Gpu" => ["SingleParticle"],
        "Host.Runner" => ["Host.Abstractions", "SingleParticle"],
        "Host.Packer" => ["Host.Abstractions", "Host.Runner"],
        _ when project.StartsWith("Plugin.", StringComparison.Ordinal) => ["SingleParticle", "SingleParticle.Nodes", "Host.Abstractions"],
        _ => null,
    };

    /// <summary>References of one project that point the wrong way.</summary>
    /// <param name="project">Project name.</param>
    /// <param name="references">Names of the projects or assemblies of ours that it uses.</param>
    public static IEnumerable<string> Problems(string project, IEnumerable<string> references) =>
        from reference in references.Distinct(StringComparer.Ordinal)
        let allowed = Allowed(project)
        where allowed is not null && reference != project && !allowed.Contains(reference)
        let may = allowed.Count > 0 ? string.Join(", ", allowed) : "none of our projects"
        select $"{project} uses {reference}; it may use {may}";

    /// <summary>The projects that a project file refers to: those whose code it uses.</summary>
    /// <param name="file">A `.csproj`.</param>
    public static IEnumerable<string> OfProject(SourceFile file) =>
        from reference in XDocument.Parse(file.Text).Descendants("ProjectReference")
        where (string?)reference.Attribute("ReferenceOutputAssembly") != "false"
        select Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'));

    /// <summary>Namespaces of ours that a source opens, by the project they belong to.</summary>
    /// <param name="file">A C# source.</param>
    public static IEnumerable<string> OfSource(SourceFile file) =>
        from Match found in Regex.Matches(
            file.Text, @"^\s*(?:global )?using (?:static )?(?:\w+ = )?(?<name>[\w.]+)", RegexOptions.Multiline)
        let project = ProjectOf(found.Groups["name"].Value)
        where project.Length > 0
        select project;

    private static string ProjectOf(string name)
    {
        string[] ours = ["SingleParticle.Nodes", "SingleParticle.Gpu", "SingleParticle", "Host.Abstractions", "Host.Runner", "Host.Packer"];
        if (name.StartsWith("Plugin.", StringComparison.Ordinal))
            return string.Join('.', name.Split('.').Take(2));
        return ours.FirstOrDefault(project => name == project || name.StartsWith($"{project}.", StringComparison.Ordinal)) ?? "";
    }
}
