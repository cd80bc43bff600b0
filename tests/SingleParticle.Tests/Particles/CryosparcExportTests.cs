using SingleParticle.Formats.Cs;
using SingleParticle.Particles;
using SingleParticle.Tests.Particles.Cs;

namespace SingleParticle.Tests.Particles;

public sealed class CryosparcExportTests : IDisposable
{
    private readonly CsScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Writes_a_group_that_lists_every_slot_of_its_file()
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 3));
        var update = new ParticleUpdate { Rows = [2, 0], ClassCount = 2, ClassPosteriors = [1, 0, 0, 1] };

        var (path, warnings) = CryosparcExport.Write(_scene.File("out"), "particles_v1.2", set, update);

        warnings.Should().BeEmpty();
        path.Should().Be(_scene.File("out/particles_v1.2.csg"));
        var group = ResultGroup.Read(path);
        (group.Name, group.Type, group.Version).Should().Be(("particles_v1.2", "particle", "v4.5.0"));
        group.Results.Select(result => result.Type).Should().Equal(
            "particle.blob", "particle.ctf", "particle.alignments3D", "particle.motion", "particle.alignments3D_multi");
        group.Results.Should().OnlyContain(result => result.ItemCount == 2 && result.MetafilePath == _scene.File("out/particles_v1.2.cs"));
        CsReader.Read(_scene.File("out/particles_v1.2.cs")).Slots.Should().BeEquivalentTo(group.Results.Select(result => result.Slot));
    }

    [Fact]
    public void What_it_writes_is_read_back_as_a_source()
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 3));
        var (path, _) = CryosparcExport.Write(_scene.File("out"), "kept", set, new ParticleUpdate { Rows = [2, 1] });

        var reading = ParticleSetReader.Read(CsScene.Source(("blob", path), ("ctf", path), ("alignments3D", path)));

        reading.Problems.Should().BeEmpty();
        reading.Set!.Particles.Should().Equal(set.Particles[2], set.Particles[1] with { OpticsGroupIndex = 1 });
        reading.Set.ImageFiles.Should().Equal(_scene.File("stack.mrcs"));
    }

    [Fact]
    public void A_STAR_set_becomes_a_group_without_slots_that_CryoSPARC_does_not_know()
    {
        _scene.Stack("stack.mrcs", 2);
        File.WriteAllText(_scene.File("in.star"), Star.ParticleFolder.Optics.Replace("1.5 8", "2 8") + Star.ParticleFolder.Head
            + "_rlnGroupNumber #11\n" + Star.ParticleFolder.Row1.TrimEnd() + " 7\n" + Star.ParticleFolder.Row2.TrimEnd() + " 8\n");
        var set = ParticleSetReader.Read(CsScene.Source(("blob", _scene.File("in.star")))).Set!;

        var (path, _) = CryosparcExport.Write(
            _scene.Folder, "from_star", set, new ParticleUpdate { Rows = [0, 1], HalfSets = [HalfSet.A, HalfSet.B] });

        ResultGroup.Read(path).Results.Select(result => result.Slot).Should().Equal("blob", "ctf", "alignments3D");
        var back = CsScene.ReadSet(_scene.File("from_star.cs"));
        back.Particles.Select(particle => particle.HalfSet).Should().Equal(HalfSet.A, HalfSet.B);
        back.Particles.Select(particle => particle.Uid).Should().Equal(set.Particles.Select(particle => particle.Uid));
    }

    [Fact]
    public void Does_not_take_a_STAR_table_for_a_cs_table()
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 2));
        var relion = ParticleConversion.ToRelion(set).Table;
        FluentActions.Invoking(() => CryosparcExport.Write(_scene.Folder, "bad", relion, new ParticleUpdate { Rows = [0] })).Should()
            .Throw<ArgumentException>();
    }
}
