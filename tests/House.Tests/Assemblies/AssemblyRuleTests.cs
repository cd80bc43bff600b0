using Host.Abstractions.Nodes;
using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using House.Tests.Sources;

namespace House.Tests.Assemblies;

/// <summary>The rules on assemblies find their planted offences.</summary>
public sealed class AssemblyRuleTests
{
    [Fact]
    public void Mutable_static_state_is_found_whatever_its_form() =>
        StaticState.Problems([typeof(Guilty)]).Select(problem => problem.Split(':')[0].Split('.')[^1]).Should().BeEquivalentTo(
            "_counter", "Offered", "Memory", "_perThread", "<Setting>k__BackingField", "Raised");

    [Fact]
    public void Constants_tables_and_frozen_collections_are_let_pass() => StaticState.Problems([typeof(Innocent)]).Should().BeEmpty();

    [Fact]
    public void A_foreign_type_in_the_face_of_a_node_is_found() =>
        NodeFace.Problems([typeof(ShowingNode)]).Should().ContainSingle(problem => problem.Contains(".Fitted ")).Which.Should()
            .Contain("Fitted shows").And.Contain("SourceFile");

    [Theory]
    [InlineData("Plugin.A", "Plugin.B")]
    [InlineData("Plugin.A", "Host.Runner")]
    [InlineData("SingleParticle", "Host.Abstractions")]
    [InlineData("SingleParticle", "SingleParticle.Nodes")]
    [InlineData("Host.Abstractions", "SingleParticle")]
    public void A_dependency_that_points_the_wrong_way_is_found(string project, string reference) =>
        References.Problems(project, [reference, project]).Should().ContainSingle().Which.Should().Contain(reference);

    [Theory]
    [InlineData("Plugin.A", "SingleParticle.Nodes")]
    [InlineData("Plugin.A", "Host.Abstractions")]
    [InlineData("House.Tests", "Plugin.A")]
    public void A_dependency_that_points_the_right_way_is_let_pass(string project, string reference) =>
        References.Problems(project, [reference]).Should().BeEmpty();

    [Fact]
    public void Dependencies_are_read_from_project_files_and_sources()
    {
        var project = """
            <Project><ItemGroup>
              <ProjectReference Include="../A/Plugin.A.csproj" />
              <ProjectReference Include="..\B\Plugin.B.csproj" ReferenceOutputAssembly="false" />
            </ItemGroup></Project>
            """;
        References.OfProject(new SourceFile("P.csproj", project)).Should().Equal("Plugin.A");
        References.OfSource(new SourceFile(
            "A.cs", "using System;\nusing Plugin.A.Masks;\nusing static Host.Runner.X;\nusing SingleParticle.Nodes.Inputs;\n"))
            .Should().Equal("Plugin.A", "Host.Runner", "SingleParticle.Nodes");
    }

    private static class Guilty
    {
        public static readonly int[] Offered = [1];
        public static readonly Dictionary<int, int> Memory = [];
        private static int _counter;

        [ThreadStatic]
        private static int _perThread;

        public static event Action? Raised;

        public static string Setting { get; set; } = "";

        public static int Use()
        {
            Raised?.Invoke();
            return ++_counter + ++_perThread + Memory.Count;
        }
    }

    private static class Innocent
    {
        public const int Limit = 3;
        private static readonly double[] Table = [1, 2];

        public static IReadOnlyList<string> Names { get; } = ["a"];

        public static int Use() => Table.Select(value => (int)value).Sum() + Limit + Names.Count;
    }

    private sealed class ShowingNode : IJobNode
    {
        public NodeDescriptor Descriptor => throw new NotSupportedException();

        public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel) => throw new NotSupportedException();

        public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel) => throw new NotSupportedException();

        internal static int Hidden(SourceFile file) => file.Lines.Length;

        public IReadOnlyList<SourceFile[]> Fitted { get; } = [];
    }
}
