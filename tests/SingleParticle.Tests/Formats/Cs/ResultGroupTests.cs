using SingleParticle.Formats;
using SingleParticle.Formats.Cs;
using Testing;

namespace SingleParticle.Tests.Formats.Cs;

public sealed class ResultGroupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_slots_that_point_at_different_files()
    {
        var path = _folder.Write("J12/selected.csg", """
            created: 2024-03-01 10:00:00.000000
            group:
              description: Particles kept
              name: particles_selected
              title: Particles selected
              type: particle
            results:
              blob:
                metafile: '>particles_selected.cs'
                num_items: 456024
                type: particle.blob
              ctf:
                metafile: J12/passthrough.cs
                num_items: 456025
                type: particle.ctf
            version: v4.4.1
            """);
        _folder.Write("J12/passthrough.cs", "");

        var group = ResultGroup.Read(path);

        (group.Name, group.Type, group.Title, group.Version).Should()
            .Be(("particles_selected", "particle", "Particles selected", "v4.4.1"));
        group.Results.Should().Equal(
            new ResultGroupSlot("blob", _folder.File("J12/particles_selected.cs"), 456024, "particle.blob"),
            new ResultGroupSlot("ctf", _folder.File("J12/passthrough.cs"), 456025, "particle.ctf"));
    }

    [Fact]
    public void Reads_back_what_it_writes()
    {
        ResultGroupSlot[] slots =
        [
            new("blob", _folder.File("out/class_0.cs"), 3, "particle.blob"),
            new("alignments3D", _folder.File("poses.cs"), 3, "particle.alignments3D"),
        ];
        var group = new ResultGroup("particles_class_0", "particle", "It's class: 0", slots, ResultGroup.DefaultVersion);

        group.Write(_folder.File("out/class_0.csg"));

        File.ReadAllText(_folder.File("out/class_0.csg")).Should().Contain("metafile: '>class_0.cs'")
            .And.Contain("metafile: '>../poses.cs'")
            .And.Contain("description: 'It''s class: 0'").And.Contain("num_items: 3")
            .And.Contain("type: particle.blob").And.NotContain("\r").And.NotContain(_folder.FullPath);
        ResultGroup.Read(_folder.File("out/class_0.csg")).Should().BeEquivalentTo(group);
    }

    [Theory]
    [InlineData("group: {name: a}\n", "*'results' is missing*")]
    [InlineData("results: {blob: {num_items: x, metafile: '>a.cs'}, ctf: {type: b}}\n",
        "*'group' is missing*blob num_items is 'x'*ctf has no metafile*")]
    [InlineData("- a\n- b\n", "*not a result group*")]
    [InlineData("group: {name\n", "*line*not YAML*")]
    [InlineData("group: [a, b", "*not YAML*")]
    [InlineData("group: {a: b}\nresults: {blob: {metafile: \"a\\0b\"}}\n", "*results/blob has no metafile that could be a file*")]
    public void Names_all_that_is_missing(string text, string message)
    {
        var path = _folder.Write("bad.csg", text);
        FluentActions.Invoking(() => ResultGroup.Read(path)).Should().Throw<DataFileException>().WithMessage("*bad.csg" + message);
    }
}
