using SingleParticle.Particles;
using Testing;

namespace SingleParticle.Tests.Particles;

public sealed class ImagePathResolverTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Looks_under_the_search_roots_first_then_beside_the_file_then_in_its_parents()
    {
        var metadata = _folder.File("project/J7/particles.star");
        var inParent = _folder.Write("project/stack.mrcs", "");
        Resolve(metadata, "stack.mrcs").Should().Be(inParent);

        var beside = _folder.Write("project/J7/stack.mrcs", "");
        Resolve(metadata, "stack.mrcs").Should().Be(beside);

        var inRoot = _folder.Write("root/stack.mrcs", "");
        Resolve(metadata, "stack.mrcs").Should().Be(inRoot);
    }

    [Fact]
    public void Takes_a_leading_angle_bracket_for_beside_the_file_even_when_a_root_has_the_same_name()
    {
        _folder.Write("root/stack.mrcs", "");
        var beside = _folder.Write("project/J7/stack.mrcs", "");

        Resolve(_folder.File("project/J7/particles.cs"), ">stack.mrcs").Should().Be(beside);
    }

    [Fact]
    public void Finds_images_beside_the_file_that_its_rows_once_came_from_under_a_search_root()
    {
        var inRoot = _folder.Write("root/stack.mrcs", "");

        Resolve(_folder.File("J8/outputs/particles.cs"), ">stack.mrcs").Should().Be(inRoot);
    }

    [Fact]
    public void Takes_an_absolute_path_as_it_is()
    {
        var file = _folder.Write("elsewhere/stack.mrcs", "");

        Resolve(_folder.File("project/particles.star"), file).Should().Be(file);
    }

    [Fact]
    public void Says_where_it_looked_and_what_to_set()
    {
        var resolver = new ImagePathResolver(_folder.File("project/particles.star"), [_folder.File("root")]);

        resolver.Resolve("J1/absent.mrcs").Should().BeNull();
        resolver.DescribeFailure("J1/absent.mrcs").Should()
            .Contain(_folder.File("root/J1/absent.mrcs")).And.Contain(_folder.File("project/J1/absent.mrcs"))
            .And.Contain(_folder.File("J1/absent.mrcs")).And.Contain("`root`").And.Contain("particles.star");
    }

    private string? Resolve(string metadata, string path) => new ImagePathResolver(metadata, [_folder.File("root")]).Resolve(path);
}
