using SingleParticle.Formats;
using SingleParticle.Formats.Star;
using SingleParticle.Particles;
using SingleParticle.Tests.Particles.Cs;
using SingleParticle.Tests.Particles.Star;

namespace SingleParticle.Tests.Particles;

public sealed class ParticleColumnTests : IDisposable
{
    private readonly CsScene _scene = new();
    private readonly ParticleFolder _folder = new();

    public void Dispose()
    {
        _scene.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Cs_files_tell_scales_and_micrographs_by_path_or_by_number()
    {
        var named = CsScene.ReadSet(_scene.Refinement("a.cs", 2, file => file.Text("location/micrograph_path", 9, row => $"m{row}.mrc")));
        named.Table.ReadMicrographs().Should().Equal("m0.mrc", "m1.mrc");
        named.Table.ReadNumbers(ParticleQuantity.Scale).Should().Equal(0, 1.1f);
        named.Table.ReadNumbers(ParticleQuantity.ScaleStandardError).Should().BeNull();
        var numbered = CsScene.ReadSet(
            _scene.Refinement("b.cs", 2, file => file.Integers("location/micrograph_uid", row => 7u + (uint)row)));
        numbered.Table.ReadMicrographs().Should().Equal("7", "8");
        CsScene.ReadSet(_scene.Refinement("c.cs", 2)).Table.ReadMicrographs().Should().BeNull();
    }

    [Fact]
    public void Star_files_tell_scales_and_micrographs()
    {
        var set = Read("_rlnMicrographName\n_spScale\n_spScaleStandardError\n", " m1.mrc 0.5 0.1", " m2.mrc 1.5 0.2");
        set.Table.ReadMicrographs().Should().Equal("m1.mrc", "m2.mrc");
        set.Table.ReadNumbers(ParticleQuantity.Scale).Should().Equal(0.5, 1.5);
        set.Table.ReadNumbers(ParticleQuantity.ScaleStandardError).Should().Equal(0.1, 0.2);
        var plain = ParticleFolder.Usable(_folder.Read(ParticleFolder.TwoParticles));
        plain.Table.ReadNumbers(ParticleQuantity.Scale).Should().BeNull();
        plain.Table.ReadMicrographs().Should().BeNull();
    }

    [Fact]
    public void A_part_of_a_set_tells_its_own_rows()
    {
        var whole = Read("_rlnMicrographName\n_spScale\n", " m1.mrc 0.5", " m2.mrc 1.5");
        var part = ParticleSubset.Of(whole, [1]);
        part.Table.ReadMicrographs().Should().Equal("m2.mrc");
        part.Table.ReadNumbers(ParticleQuantity.Scale).Should().Equal(1.5);
        part.Table.ReadNumbers(ParticleQuantity.ScaleStandardError).Should().BeNull();
    }

    [Fact]
    public void A_standard_error_that_is_no_number_is_named_with_its_line()
    {
        var set = Read("_spScaleStandardError\n", " 0.1", " wide");
        var read = () => set.Table.ReadNumbers(ParticleQuantity.ScaleStandardError);
        read.Should().Throw<DataFileException>().WithMessage("*spScaleStandardError*wide*");
    }

    [Fact]
    public void The_scale_used_and_that_of_best_fit_are_kept_apart_and_survive_conversion()
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 2));
        var update = new ParticleUpdate { Rows = [0, 1], Scale = [0.8f, 1.2f], OptimalScale = [0.7f, 1.3f] };
        set.Table.Write(_scene.File("scaled.cs"), update, ImagePathStyle.AsRead);
        CsScene.Numbers(_scene.File("scaled.cs"), "alignments3D/alpha", 1).Should().Equal(1.2f);
        CsScene.Numbers(_scene.File("scaled.cs"), "alignments3D/alpha_min", 1).Should().Equal(1.3f);

        var rows = new ParticleUpdate { Rows = [0, 1] };
        ParticleConversion.ToRelion(CsScene.ReadSet(_scene.File("scaled.cs"))).Table
            .Write(_scene.File("scaled.star"), rows, ImagePathStyle.AsRead);
        var table = StarReader.Read(_scene.File("scaled.star")).Find("particles")!.Tables[0];
        (table.Text(1, "spScale"), table.Text(1, "spScaleOptimum")).Should().Be(("1.2", "1.3"));
        var star = ParticleSetReader.Read(CsScene.Source(("blob", _scene.File("scaled.star"))));
        ParticleConversion.ToCryosparc(star.Set!).Table.Write(_scene.File("back.cs"), rows, ImagePathStyle.AsRead);
        CsScene.Numbers(_scene.File("back.cs"), "alignments3D/alpha_min", 1).Should().Equal(1.3f);
    }

    [Fact]
    public void A_new_scale_alone_also_renews_the_optimum_of_a_star_file_that_has_one()
    {
        var set = Read("_spScale\n_spScaleOptimum\n", " 0.5 0.6", " 1.5 1.6");
        set.Table.Write(_folder.File("out.star"), new ParticleUpdate { Rows = [0], Scale = [0.9f] }, ImagePathStyle.AsRead);
        StarReader.Read(_folder.File("out.star")).Find("particles")!.Tables[0].Text(0, "spScaleOptimum").Should().Be("0.9");
    }

    private ParticleSet Read(string labels, string first, string second) => ParticleFolder.Usable(_folder.Read(
        ParticleFolder.Optics + ParticleFolder.Head.TrimEnd() + "\n" + labels
        + ParticleFolder.Row1.TrimEnd() + first + "\n" + ParticleFolder.Row2.TrimEnd() + second + "\n"));
}
