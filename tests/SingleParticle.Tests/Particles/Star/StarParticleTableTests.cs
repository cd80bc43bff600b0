using System.Globalization;
using SingleParticle.Formats.Star;
using SingleParticle.Particles;
using SingleParticle.Tests.Formats.Star;
using Testing;

namespace SingleParticle.Tests.Particles.Star;

public sealed class StarParticleTableTests : IDisposable
{
    private readonly ParticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Writes_chosen_rows_in_order_with_every_column_and_block_as_it_was()
    {
        var text = "data_job\n_rlnJobNote 'two words'\n" + ParticleFolder.Optics + ParticleFolder.Head.TrimEnd() + "\n_labNote\n"
            + ParticleFolder.Row1.TrimEnd() + " \"kept as is\"\n" + ParticleFolder.Row2.TrimEnd() + " 0001.500\n"
            + "\ndata_last\nloop_\n_x\n07.0\n";
        var set = ParticleFolder.Usable(_folder.Read(text));

        set.Table.Write(_folder.File("out.star"), new ParticleUpdate { Rows = [1, 0, 1] }, ImagePathStyle.AsRead);

        var written = StarReader.Read(_folder.File("out.star"));
        written.Blocks.Select(block => block.Name).Should().Equal("job", "optics", "particles", "last");
        written.Blocks[0].Pairs.Should().ContainSingle().Which.RawValue.Should().Be("'two words'");
        written.Blocks[3].Tables[0].RawRow(0).ToArray().Should().Equal("07.0"u8.ToArray());
        var source = StarReader.Read(_folder.File("particles.star")).Blocks[2].Tables[0];
        var rows = written.Blocks[2].Tables[0];
        rows.Labels.Should().Equal(source.Labels);
        for (var row = 0; row < 3; row++)
            StarFixture.Tokens(rows, row).Should().Equal(StarFixture.Tokens(source, row == 1 ? 0 : 1));
        written.Blocks[1].Comments.Should().Equal("# version 30001");
        written.Blocks[2].Comments.Should().Equal("# version 30001");
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Writes_scale_class_posteriors_powers_and_half_sets_alike_in_every_country(string culture)
    {
        using var scope = new CultureScope(culture);
        var text = ParticleFolder.Optics + ParticleFolder.Head.TrimEnd() + "\n_rlnClassNumber\n"
            + ParticleFolder.Row1.TrimEnd() + " 9\n" + ParticleFolder.Row2.TrimEnd() + " 8\n";
        var set = ParticleFolder.Usable(_folder.Read(text));

        set.Table.Write(_folder.File("out.star"), FullUpdate(), ImagePathStyle.AsRead);

        var table = StarReader.Read(_folder.File("out.star")).Find("particles")!.Tables[0];
        Row(table, 0).Should().Be(
            "rlnClassNumber=3 spScale=0.75 spScaleStandardError=0.01 spImagePower=10.5 spSlicePower=2 spCrossCorrelation=3 "
            + "rlnMaxValueProbDistribution=0.5 spClassPosteriors=[0.25,0.25,0.5] spClassEss=2.6666667 rlnRandomSubset=2");
        Row(table, 1).Should().Be(
            "rlnClassNumber=1 spScale=1.1 spScaleStandardError=1E-05 spImagePower=11 spSlicePower=4 spCrossCorrelation=-5 "
            + "rlnMaxValueProbDistribution=1 spClassPosteriors=[1,0,0] spClassEss=1 rlnRandomSubset=1");
    }

    [Fact]
    public void Reads_its_own_output_back_with_the_same_values()
    {
        var set = ParticleFolder.Usable(_folder.Read(ParticleFolder.TwoParticles));
        set.Table.Write(_folder.File("deep/out.star"), FullUpdate(), ImagePathStyle.AsRead);

        var copy = ParticleFolder.Usable(_folder.ReadFile(_folder.File("deep/out.star")));

        copy.OpticsGroups.Should().Equal(set.OpticsGroups);
        copy.ImageFiles.Should().Equal(set.ImageFiles);
        copy.Particles.Should().Equal(
            set.Particles[1] with { Scale = 0.75f, HalfSet = HalfSet.B }, set.Particles[0] with { Scale = 1.1f, HalfSet = HalfSet.A });
    }

    [Theory]
    [InlineData("sub/out.star", "../stack with å.mrcs")]
    [InlineData("out.star", "stack with å.mrcs")]
    public void Writes_image_paths_relative_to_the_file_so_that_they_resolve_from_there(string output, string expectedPath)
    {
        _folder.WriteStack("stack with å.mrcs", 8, 8, 4);
        var rows = ParticleFolder.Row1.Replace("000001@stack.mrcs", "\"000001@stack with å.mrcs\"", StringComparison.Ordinal);
        var set = ParticleFolder.Usable(_folder.Read(ParticleFolder.Optics + ParticleFolder.Head + rows));

        set.Table.Write(_folder.File(output), new ParticleUpdate { Rows = [0] }, ImagePathStyle.RelativeToFile);

        var written = StarReader.Read(_folder.File(output)).Find("particles")!.Tables[0];
        written.Text(0, "rlnImageName").Should().Be("000001@" + expectedPath);
        written.Text(0, "spUid").Should().Be(set.Particles[0].Uid.ToString(CultureInfo.InvariantCulture), "the image name no longer tells");
        var source = new ParticleSource(new Dictionary<string, string> { ["blob"] = _folder.File(output) }, []);
        ParticleFolder.Usable(ParticleSetReader.Read(source)).ImageFiles.Should().Equal(set.ImageFiles);
    }

    [Theory]
    [InlineData(ParticleTableFormat.Relion)]
    [InlineData(ParticleTableFormat.Cryosparc)]
    public void Names_other_image_files_for_the_same_rows(ParticleTableFormat format)
    {
        var set = ParticleFolder.Usable(_folder.Read(ParticleFolder.TwoParticles));
        _folder.WriteStack("links/stack_1.mrcs", 8, 8, 4);
        var file = _folder.File(format == ParticleTableFormat.Relion ? "out.star" : "out.cs");

        ParticleConversion.To(format, set).Table.WithImageFiles([_folder.File("links/stack_1.mrcs")])
            .Write(file, new ParticleUpdate { Rows = [1, 0] }, ImagePathStyle.RelativeToFile);

        var copy = ParticleFolder.Usable(ParticleSetReader.Read(_folder.Source(file)));
        copy.ImageFiles.Should().Equal(_folder.File("links/stack_1.mrcs"));
        copy.Particles.Select(particle => (particle.Uid, particle.ImageIndex)).Should().Equal(
            (set.Particles[1].Uid, 1), (set.Particles[0].Uid, 0));
    }

    [Fact]
    public void Leaves_a_file_of_RELION_3_0_in_its_form()
    {
        var head = "_rlnImageName _rlnVoltage _rlnSphericalAberration _rlnAmplitudeContrast _rlnDetectorPixelSize _rlnMagnification "
            + "_rlnDefocusU _rlnDefocusV _rlnDefocusAngle _rlnAngleRot _rlnAngleTilt _rlnAnglePsi _rlnOriginX _rlnOriginY";
        var text = "\ndata_images\n\nloop_ \n" + head.Replace(" ", " \n", StringComparison.Ordinal)
            + "\n1@stack.mrcs 300 2.7 0.1 6.0 40000 16400 15800 33 0 28.64789 0 2 -1.5\n";
        var set = ParticleFolder.Usable(_folder.Read(text));

        set.Table.Write(_folder.File("out.star"), new ParticleUpdate { Rows = [0], ClassIndex = [4] }, ImagePathStyle.AsRead);

        var written = StarReader.Read(_folder.File("out.star"));
        var block = written.Blocks.Should().ContainSingle().Subject;
        (block.Name, block.Comments.Count).Should().Be(("images", 0));
        block.Tables[0].Labels.Should().Equal([.. head.Split(' ').Select(label => label[1..]), "rlnClassNumber"]);
        ParticleFolder.Usable(_folder.ReadFile(_folder.File("out.star"))).Particles.Should().Equal(set.Particles);
    }

    [Fact]
    public void Refuses_an_update_that_does_not_fit_and_writes_nothing()
    {
        var set = ParticleFolder.Usable(_folder.Read(ParticleFolder.Rows(2)));

        Writing(new ParticleUpdate { Rows = [2] }).Should().Throw<ArgumentException>().WithMessage("*row 2*");
        Writing(new ParticleUpdate { Rows = [0], Scale = [1, 2] }).Should().Throw<ArgumentException>()
            .WithMessage("*2 values, expected 1*");
        Writing(new ParticleUpdate { Rows = [0], ClassPosteriors = [1, 0] }).Should().Throw<ArgumentException>();
        Directory.GetFiles(_folder.FullPath, "*out.star*").Should().BeEmpty();

        Action Writing(ParticleUpdate update) => () => set.Table.Write(_folder.File("out.star"), update, ImagePathStyle.AsRead);
    }

    [SharedDataTheory("data")]
    [InlineData("smoke")]
    [InlineData("gpcr64")]
    [InlineData("complex64")]
    public void Reads_the_check_data_back_as_they_were(string name)
    {
        var path = SharedData.Require($"data/{name}/particles.star");
        var source = new ParticleSource(new Dictionary<string, string> { ["blob"] = path }, []);
        var set = ParticleFolder.Usable(ParticleSetReader.Read(source));
        var everything = new ParticleUpdate { Rows = [.. Enumerable.Range(0, set.Particles.Length)] };
        set.Table.Write(_folder.File("out.star"), everything, ImagePathStyle.RelativeToFile);

        var copy = new ParticleSource(new Dictionary<string, string> { ["blob"] = _folder.File("out.star") }, []);
        var found = ParticleFolder.Usable(ParticleSetReader.Read(copy)).Particles;

        found.Should().Equal(set.Particles);
    }

    private static ParticleUpdate FullUpdate() => new()
    {
        Rows = [1, 0],
        Scale = [0.75f, 1.1f],
        ScaleStandardError = [0.01f, 1e-5f],
        Powers = [new ParticlePowers(10.5f, 2, 3), new ParticlePowers(11, 4, -5)],
        ClassIndex = [2, 0],
        ClassCount = 3,
        ClassPosteriors = [0.25f, 0.25f, 0.5f, 1, 0, 0],
        HalfSets = [HalfSet.B, HalfSet.A],
    };

    private static string Row(StarTable table, int row) =>
        string.Join(' ', table.Labels.Zip(StarFixture.Texts(table, row), (label, text) => $"{label}={text}").Skip(10));
}
