using System.Text;
using SingleParticle.Particles;
using Testing;

namespace SingleParticle.Tests.Particles;

public sealed class ParticleSetReaderTests
{
    [Theory]
    [InlineData("\u0093NUMPY\u0001", "a.star", ParticleTableFormat.Cryosparc)]
    [InlineData("\u0095CSDAT", "a.star", ParticleTableFormat.Cryosparc)]
    [InlineData("data_\n", "a.cs", ParticleTableFormat.Relion)]
    [InlineData("", "a.cs", ParticleTableFormat.Cryosparc)]
    [InlineData("group:\n", "a.csg", ParticleTableFormat.Cryosparc)]
    [InlineData("", "a.star", ParticleTableFormat.Relion)]
    public void Tells_formats_apart_by_content_before_name(string content, string name, ParticleTableFormat expected)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File(name), Encoding.Latin1.GetBytes(content));

        ParticleFileFormats.Detect(folder.File(name)).Should().Be(expected);
    }

    [Fact]
    public void Refuses_slots_of_mixed_formats()
    {
        using var folder = new TemporaryFolder();
        var star = folder.Write("p.star", "data_\n");
        var cs = folder.File("p.cs");
        File.WriteAllBytes(cs, Encoding.Latin1.GetBytes("\u0093NUMPY\u0001"));

        var reading = ParticleSetReader.Read(new ParticleSource(new Dictionary<string, string> { ["blob"] = star, ["ctf"] = cs }, []));

        reading.Set.Should().BeNull();
        reading.Problems.Should().ContainSingle().Which.Should().Contain("mix").And.Contain(star).And.Contain(cs);
    }

    [Fact]
    public void Says_that_no_file_was_given()
    {
        var reading = ParticleSetReader.Read(new ParticleSource(new Dictionary<string, string>(), []));

        reading.Problems.Should().ContainSingle().Which.Should().Contain("no file");
    }
}
