using SingleParticle.Formats.Cs;
using SingleParticle.Particles;
using Testing;
using Testing.Particles;

namespace SingleParticle.Tests.Particles.Cs;

public sealed class CsParticleTableTests : IDisposable
{
    private readonly CsScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Writes_chosen_rows_with_unknown_columns_byte_for_byte()
    {
        var file = _scene.Refinement("particles.cs", 4, builder => builder.Text("pick_stats/note", 5, row => $"n{row}"));
        var set = CsScene.ReadSet(file);

        set.Table.Write(_scene.File("some.cs"), new ParticleUpdate { Rows = [3, 1] }, ImagePathStyle.AsRead);

        var (old, written) = (CsReader.Read(file), CsReader.Read(_scene.File("some.cs")));
        written.Columns.Should().Equal(old.Columns);
        written.RowCount.Should().Be(2);
        written.Records[0].SequenceEqual(old.Records[3]).Should().BeTrue();
        written.Records[1].SequenceEqual(old.Records[1]).Should().BeTrue();
    }

    [Fact]
    public void Writes_all_slots_of_joined_files_into_one()
    {
        _scene.Stack("stack.mrcs", 3);
        var blob = new CsFileBuilder().Uid(row => (ulong)row).Blob("stack.mrcs").Write(_scene.File("blob.cs"), 3);
        var rest = new CsFileBuilder().Uid(row => (ulong)(2 - row)).Ctf().Alignments().Integers("location/x", row => (uint)(10 * row))
            .Write(_scene.File("rest.cs"), 3);
        var set = CsParticleReader.Read(CsScene.Source(("blob", blob), ("ctf", rest), ("alignments3D", rest))).Set!;

        set.Table.Write(_scene.File("joined.cs"), new ParticleUpdate { Rows = [0, 1, 2] }, ImagePathStyle.AsRead);

        set.Table.Slots.Should().Equal("blob", "ctf", "alignments3D", "location");
        CsReader.Read(_scene.File("joined.cs")).Slots.Should().Equal(set.Table.Slots);
        CsScene.Numbers(_scene.File("joined.cs"), "location/x", 0).Should().Equal(20);
        CsScene.ReadSet(_scene.File("joined.cs")).Particles.Should().Equal(set.Particles);
    }

    [Fact]
    public void Sets_scale_and_powers_in_the_form_of_version_4()
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 3));
        var file = _scene.File("scaled.cs");

        set.Table.Write(file, new ParticleUpdate
        {
            Rows = [2, 0],
            Scale = [0.8f, 1.25f],
            ScaleStandardError = [0.05f, 0.06f],
            Powers = [new ParticlePowers(100, 9, 18), new ParticlePowers(90, 16, 32)],
        }, ImagePathStyle.AsRead);

        CsScene.Numbers(file, "alignments3D/alpha", 0).Should().Equal(0.8f);
        CsScene.Numbers(file, "alignments3D/alpha_min", 1).Should().Equal(1.25);
        CsScene.Numbers(file, "alignments3D/alpha_error", 0).Should().Equal(0.05f);
        for (var row = 0; row < 2; row++)
        {
            var (slice, cross) =
                (CsScene.Numbers(file, "alignments3D/slice_pow", row)[0], CsScene.Numbers(file, "alignments3D/cross_cor", row)[0]);
            (cross / (2 * slice)).Should().Be(1, "the projection is stored already scaled");
            CsScene.Numbers(file, "alignments3D/error", row)[0].Should()
                .Be(CsScene.Numbers(file, "alignments3D/image_pow", row)[0] - cross + slice);
        }

        CsScene.Numbers(file, "alignments3D/error_min", 0).Should().Equal([2], "what the update does not set stays");
        CsScene.ReadSet(file).Particles.Select(particle => (particle.Uid, particle.Scale)).Should().Equal((102, 0.8f), (100, 1.25f));
    }

    [Fact]
    public void Writes_every_posterior_in_the_form_with_a_leading_class_axis()
    {
        var set = CsScene.ReadSet(_scene.Refinement(
            "particles.cs", 3, builder => builder.Floats("alignments3D_multi/pose", _ => 1).Floats("alignments3D_multi/old", _ => 1)));
        var file = _scene.File("classes.cs");

        set.Table.Write(file, new ParticleUpdate
        {
            Rows = [1, 2],
            ClassIndex = [2, 0],
            ClassCount = 3,
            ClassPosteriors = [0.25f, 0.25f, 0.5f, 1, 0, 0],
            HalfSets = [HalfSet.A, HalfSet.None],
        }, ImagePathStyle.AsRead);

        var table = CsReader.Read(file);
        table.Find("alignments3D_multi/old").Should().BeNull("an older classification does not belong to the new one");
        table.Find("alignments3D_multi/pose")!.Description.Should().Be("<f4 (3, 3)");
        table.Find("alignments3D_multi/shift")!.Description.Should().Be("<f4 (3, 2)");
        table.Find("alignments3D_multi/split")!.Description.Should().Be("<u4");
        table.Find("alignments3D_multi/class")!.Description.Should().Be("<u4 (3)");
        CsScene.Numbers(file, "alignments3D_multi/class_posterior", 0).Should().Equal(0.25, 0.25, 0.5);
        CsScene.Numbers(file, "alignments3D_multi/class", 1).Should().Equal(0, 1, 2);
        CsScene.Numbers(file, "alignments3D_multi/class_ess", 0).Should().AllBeEquivalentTo((double)(float)(1 / 0.375));
        CsScene.Numbers(file, "alignments3D_multi/pose", 1).Should().Equal(0.6f, -0.5f, 0.7f, 0.6f, -0.5f, 0.7f, 0.6f, -0.5f, 0.7f);
        CsScene.Numbers(file, "alignments3D_multi/alpha", 0).Should().Equal(1.1f, 1.1f, 1.1f);
        CsScene.Numbers(file, "alignments3D/class", 0).Should().Equal(2);
        CsScene.Numbers(file, "alignments3D/class_posterior", 0).Should().Equal(0.5);
        CsScene.Numbers(file, "alignments3D/class_ess", 1).Should().Equal(1);
        CsScene.Numbers(file, "alignments3D/split", 0).Should().Equal(0);
        CsScene.Numbers(file, "alignments3D/split", 1).Should().Equal([0], "no half-set leaves what the file says");
    }

    [Fact]
    public void Image_paths_resolve_from_the_folder_of_the_written_file()
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 2));
        var file = _scene.File("results/job/class_0.cs");

        set.Table.Write(file, new ParticleUpdate { Rows = [1] }, ImagePathStyle.RelativeToFile);

        CsField.Open(CsReader.Read(file), "blob/path", CsFieldKind.Text).Text(0).Should().Be(">../../stack.mrcs");
        CsScene.ReadSet(file).ImageFiles.Should().Equal(_scene.File("stack.mrcs"));
    }

    [Fact]
    public void The_same_update_gives_the_same_bytes()
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 3));
        var update = new ParticleUpdate { Rows = [0, 1, 2], Scale = [1, 2, 3], ClassCount = 2, ClassPosteriors = [1, 0, 0.5f, 0.5f, 0, 1] };
        set.Table.Write(_scene.File("a.cs"), update, ImagePathStyle.RelativeToFile);
        using (new CultureScope("tr-TR"))
            set.Table.Write(_scene.File("b.cs"), update, ImagePathStyle.RelativeToFile);
        File.ReadAllBytes(_scene.File("b.cs")).Should().Equal(File.ReadAllBytes(_scene.File("a.cs")));
    }

    [Theory]
    [InlineData(new[] { 3 }, 1)]
    [InlineData(new[] { -1 }, 1)]
    [InlineData(new[] { 0, 1 }, 1)]
    public void Refuses_an_update_that_does_not_fit(int[] rows, int scaleCount)
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 3));
        var update = new ParticleUpdate { Rows = rows, Scale = new float[scaleCount] };
        FluentActions.Invoking(() => set.Table.Write(_scene.File("bad.cs"), update, ImagePathStyle.AsRead)).Should()
            .Throw<ArgumentException>();
        File.Exists(_scene.File("bad.cs")).Should().BeFalse();
    }
}
