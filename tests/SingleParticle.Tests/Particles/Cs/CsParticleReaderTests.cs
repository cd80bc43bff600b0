using System.Globalization;
using System.Numerics;
using SingleParticle.Formats.Cs;
using SingleParticle.Particles;
using Testing;
using Testing.Particles;

namespace SingleParticle.Tests.Particles.Cs;

public sealed class CsParticleReaderTests : IDisposable
{
    private readonly CsScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Reads_pose_shift_and_CTF_in_their_own_units()
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 4));

        var particle = set.Particles[3];
        particle.Uid.Should().Be(103);
        particle.ImageIndex.Should().Be(3);
        particle.RotationVectorRadians.Should().Be(new Vector3(0.3f * 3, -0.5f, 0.7f));
        particle.ShiftAngstrom.Should().Be(new Vector2(4.5f, -9), "the shift is in pixels of 1.5 Å, not of the blob's 2 Å");
        (particle.DefocusUAngstrom, particle.DefocusVAngstrom, particle.DefocusAngleRadians).Should().Be((12003f, 11003f, 0.1f * 3));
        (particle.PhaseShiftRadians, particle.CtfBFactorAngstromSquared, particle.CtfScale).Should().Be((0.25f, 20f, 0.5f));
        (particle.HalfSet, particle.Scale).Should().Be((HalfSet.B, 1 + 0.1f * 3));
        set.Particles[0].Scale.Should().Be(1, "an alpha of 0 was never set");
        set.Particles[0].HalfSet.Should().Be(HalfSet.A);
        set.ImageFiles.Should().Equal(_scene.File("stack.mrcs"));
    }

    [Fact]
    public void Forms_optics_groups_of_particles_that_share_all_optics()
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 5));

        set.Particles.Select(particle => particle.OpticsGroupIndex).Should().Equal(0, 1, 0, 1, 0);
        set.OpticsGroups.Select(group => group.Name).Should().Equal("0", "1");
        var group = set.OpticsGroups[1];
        (group.VoltageKv, group.PixelSizeAngstrom, group.BoxPixels, group.ContrastSign).Should().Be((300, 2, 8, -1));
        group.SphericalAberrationMm.Should().Be(2.5);
        group.AmplitudeContrast.Should().BeApproximately(0.1, 1e-8);
        group.BeamTiltMilliradians.X.Should().BeApproximately(0.1, 1e-9, "2500 Å over 2.5 mm is 1e-4 radians");
        group.BeamTiltMilliradians.Y.Should().BeApproximately(-0.2, 1e-8);
        group.TrefoilAngstrom.Should().Be((0.5, -0.25));
        group.TetrafoilAngstrom.Should().Equal(1, 2, 3, 4);
        group.AnisotropicMagnification.Should().Equal(0.01f, 0.002f, 0.002f, -0.02f);
    }

    [Fact]
    public void Splits_a_group_whose_magnification_differs_within_it()
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 3, file => file
            .Integers("ctf/exp_group_id", _ => 7).Floats("ctf/tilt_A", _ => 0, _ => 0)
            .Floats("ctf/anisomag", row => row == 2 ? 0.5f : 0, _ => 0, _ => 0, _ => 0)));
        set.OpticsGroups.Select(group => (group.Name, group.AnisotropicMagnification[0])).Should().Equal(("7", 0), ("7-2", 0.5));
    }

    [Fact]
    public void Joins_files_of_other_order_and_size_on_uid()
    {
        _scene.Stack("stack.mrcs", 5);
        CsFileBuilder Slots(params int[] uids) => new CsFileBuilder().Uid(row => (ulong)uids[row]);
        var blob = Slots(5, 1, 4, 2, 3).Blob("stack.mrcs").Floats("ctf/df1_A", _ => 1).Write(_scene.File("blob.cs"), 5);
        var ctf = Slots(3, 9, 1, 5, 2).Ctf().Write(_scene.File("ctf.cs"), 5);
        var poses = Slots(1, 2, 3, 4, 5, 6).Alignments().Write(_scene.File("poses.cs"), 6);

        var reading = CsParticleReader.Read(CsScene.Source(("ctf", ctf), ("alignments3D", poses), ("blob", blob)));

        reading.Problems.Should().BeEmpty();
        var particles = reading.Set!.Particles;
        particles.Select(particle => particle.Uid).Should().Equal(5, 1, 2, 3);
        particles.Select(particle => particle.ImageIndex).Should().Equal(0, 1, 3, 4);
        particles.Select(particle => particle.DefocusUAngstrom).Should().Equal(12003, 12002, 12004, 12000);
        particles.Select(particle => particle.ShiftAngstrom.X).Should().Equal(6, 0, 1.5f, 3);
        reading.Warnings.Should().Contain(warning => warning.Contains("ctf.cs: 1 of the 5 particles") && warning.Contains("left out"))
            .And.Contain(warning => warning.Contains("poses.cs: 1 of its 6 rows"));
    }

    [Fact]
    public void A_slot_of_another_file_replaces_that_slot_only()
    {
        var old = _scene.Refinement("old.cs", 3);
        var refined = CsFileBuilder.Refinement(row => (ulong)(100 + row), "elsewhere.mrcs").Floats("ctf/df1_A", _ => 500)
            .Floats("alignments3D/shift", _ => 8, _ => 8).Write(_scene.File("refined.cs"), 3);

        var reading = CsParticleReader.Read(CsScene.Source(("blob", old), ("alignments3D", old), ("ctf", refined)));

        reading.Problems.Should().BeEmpty();
        reading.Set!.Particles.Should().OnlyContain(particle => particle.DefocusUAngstrom == 500);
        reading.Set.Particles.Select(particle => particle.ShiftAngstrom.X).Should().Equal(0, 1.5f, 3);
    }

    [Fact]
    public void Names_every_missing_field_at_once()
    {
        var file = _scene.Refinement(
            "lacking.cs", 2, builder => builder.Without("blob/psize_A").Without("ctf/df1_A").Without("alignments3D/psize_A")
            .Floats("alignments3D/pose", _ => 0, _ => 0));
        var reading = CsScene.Read(file);
        reading.Set.Should().BeNull();
        reading.Problems.Should().HaveCount(4).And.Contain(problem => problem.Contains("blob/psize_A: the field is missing"))
            .And.Contain(problem => problem.Contains("ctf/df1_A")).And.Contain(problem => problem.Contains("alignments3D/psize_A"))
            .And.Contain(problem => problem.Contains("alignments3D/pose: found dtype <f4 (2), expected f4 or f8 (3)"));
    }

    [Fact]
    public void Refuses_a_2D_export_naming_alignments3D()
    {
        var file = _scene.Refinement("classes2D.cs", 2, builder => builder.Without("alignments3D").Floats("alignments2D/pose", _ => 1));
        CsScene.Read(file).Problems.Should().ContainSingle().Which.Should()
            .Contain("alignments3D: the slot is missing").And.Contain("alignments2D");
    }

    [Fact]
    public void Does_not_take_one_pose_per_class_for_a_pose()
    {
        var file = _scene.Refinement("multi.cs", 2, builder => builder.Without("alignments3D")
            .Floats("alignments3D_multi/pose", _ => 1, _ => 1, _ => 1, _ => 1, _ => 1, _ => 1));
        CsScene.Read(file).Problems.Should().ContainSingle().Which.Should()
            .Contain("alignments3D: the slot is missing").And.Contain("alignments3D_multi");
    }

    [Fact]
    public void Reports_values_that_are_no_numbers_by_row_and_field_five_of_a_kind()
    {
        var file = _scene.Refinement(
            "nan.cs", 20, builder => builder.Floats("alignments3D/pose", row => row > 8 ? float.NaN : 0, _ => 0, _ => 0)
            .Floats("ctf/df2_A", row => row == 3 ? float.PositiveInfinity : 1));
        var problems = CsScene.Read(file).Problems;
        problems.Should().HaveCount(7).And.Contain(problem => problem.Contains("ctf/df2_A row 3"))
            .And.Contain(problem => problem.Contains("alignments3D/pose row 13")).And.Contain(problem => problem.Contains("and 6 more"))
            .And.NotContain(problem => problem.Contains("pose row 14"));
    }

    [Theory]
    [InlineData("blob/psize_A", 0, "found 0, expected a number above 0")]
    [InlineData("alignments3D/psize_A", -1, "found -1, expected a number above 0")]
    [InlineData("ctf/accel_kv", 0, "found 0, expected a number above 0")]
    [InlineData("ctf/amp_contrast", 1.5f, "found 1.5, expected a fraction from 0 to 1")]
    public void Refuses_values_that_cannot_be(string field, float value, string reason)
    {
        var file = _scene.Refinement("odd.cs", 2, builder => builder.Floats(field, row => row == 1 ? value : 0.5f));
        CsScene.Read(file).Problems.Should().Contain(problem => problem.Contains($"odd.cs {field} row 1: {reason}"));
    }

    [Fact]
    public void Refuses_a_singular_magnification()
    {
        var file = _scene.Refinement("flat.cs", 2, builder => builder.Floats("ctf/anisomag", _ => -1, _ => 0, _ => 0, row => row));
        CsScene.Read(file).Problems.Should().HaveCount(2).And.OnlyContain(problem => problem.Contains("I + anisomag is singular"));
    }

    [Fact]
    public void Refuses_zero_rows()
    {
        _scene.Stack("stack.mrcs", 1);
        var file = CsFileBuilder.Refinement(_ => 0, "stack.mrcs").Write(_scene.File("none.cs"), 0);
        CsScene.Read(file).Problems.Should().ContainSingle().Which.Should().Contain("none.cs: the file has zero rows");
    }

    [Fact]
    public void Refuses_files_of_different_particles()
    {
        var one = _scene.Refinement("one.cs", 2);
        var other = CsFileBuilder.Refinement(row => (ulong)(500 + row), "stack.mrcs").Write(_scene.File("other.cs"), 2);
        CsParticleReader.Read(CsScene.Source(("blob", one), ("ctf", one), ("alignments3D", other))).Problems
            .Should().ContainSingle().Which.Should().Contain("none of its 2 particles");
    }

    [Fact]
    public void Refuses_a_joined_file_that_lists_a_particle_twice()
    {
        var one = _scene.Refinement("one.cs", 2);
        var other = CsFileBuilder.Refinement(_ => 100, "stack.mrcs").Write(_scene.File("twice.cs"), 3);
        CsParticleReader.Read(CsScene.Source(("blob", one), ("ctf", other), ("alignments3D", one))).Problems
            .Should().Contain(problem => problem.Contains("twice.cs uid row 1: 100 is also in row 0"));
    }

    [Fact]
    public void Reports_files_that_cannot_be_read_together()
    {
        File.WriteAllText(_scene.File("broken.cs"), "# version 30001");
        var problems = CsParticleReader.Read(
            CsScene.Source(("blob", _scene.File("broken.cs")), ("ctf", _scene.File("absent.cs")))).Problems;
        problems.Should().HaveCount(2).And.Contain(problem => problem.Contains("broken.cs byte 0"))
            .And.Contain(problem => problem.Contains("absent.cs"));
    }

    [Fact]
    public void Reports_images_beyond_their_stack_by_row()
    {
        var file = _scene.Refinement("beyond.cs", 3);
        _scene.Stack("stack.mrcs", 2);
        CsScene.Read(file).Problems.Should().ContainSingle().Which.Should().Contain("beyond.cs row 2").And.Contain("holds 2");
    }

    [Fact]
    public void Reports_a_stack_that_is_missing_once_for_all_its_particles()
    {
        var file = _scene.Refinement("lost.cs", 3, builder => builder.Text("blob/path", 30, _ => "J7/extract/lost.mrc"));
        CsScene.Read(file).Problems.Should().ContainSingle().Which.Should().Contain("'J7/extract/lost.mrc' was not found");
    }

    [Fact]
    public void Reports_a_stack_cut_short()
    {
        var file = _scene.Refinement("cut.cs", 3);
        using (var stack = File.OpenWrite(_scene.File("stack.mrcs")))
            stack.SetLength(1024 + 300);
        CsScene.Read(file).Problems.Should().ContainSingle().Which.Should().Contain("stack.mrcs");
    }

    [Fact]
    public void Refuses_boxes_that_are_odd_mixed_or_not_square()
    {
        var odd = _scene.Refinement("odd.cs", 2, builder => builder.Integers("blob/shape", _ => 9, _ => 9));
        _scene.Stack("stack.mrcs", 2, box: 9);
        CsScene.Read(odd).Problems.Should().Contain(problem => problem.Contains("odd box of 9"));

        var oblong = _scene.Refinement("oblong.cs", 2, builder => builder.Integers("blob/shape", _ => 8, _ => 10));
        CsScene.Read(oblong).Problems.Should().Contain(problem => problem.Contains("blob/shape row 0: the image is 10 x 8 pixels"));

        _scene.Stack("big.mrcs", 4, box: 16);
        var mixed = _scene.Refinement(
            "mixed.cs", 4, builder => builder.Text("blob/path", 20, row => row % 2 == 0 ? "stack.mrcs" : "big.mrcs")
            .Integers("blob/shape", row => row % 2 == 0 ? 8u : 16, row => row % 2 == 0 ? 8u : 16)
            .Floats("blob/psize_A", row => row % 2 == 0 ? 2 : 1));
        CsScene.Read(mixed).Problems.Should().HaveCount(2).And.Contain(problem => problem.Contains("mixed boxes"))
            .And.Contain(problem => problem.Contains("mixed pixel sizes"));
    }

    [Fact]
    public void Refuses_a_uid_that_stands_twice()
    {
        var file = _scene.Refinement("same.cs", 3, builder => builder.Uid(row => (ulong)(row / 2)));
        CsScene.Read(file).Problems.Should().ContainSingle().Which.Should().Contain("same.cs row 1").And.Contain("row 0");
    }

    [Fact]
    public void A_result_group_stands_for_the_files_it_names()
    {
        var file = _scene.Refinement("particles.cs", 2);
        var refined = CsFileBuilder.Refinement(row => (ulong)(100 + row), "elsewhere.mrcs").Floats("ctf/df1_A", _ => 500)
            .Write(_scene.File("J9/ctf.cs"), 2);
        ResultGroupSlot Slot(string slot, string path) => new(slot, path, 2, "particle." + slot);
        new ResultGroup("particles", "particle", "All", [Slot("blob", file), Slot("ctf", refined), Slot("alignments3D", file)], "v4.4.1")
            .Write(_scene.File("all.csg"));

        var reading = ParticleSetReader.Read(CsScene.Source(("blob", _scene.File("all.csg"))));

        reading.Problems.Should().BeEmpty();
        reading.Set!.Particles.Should().HaveCount(2).And.OnlyContain(particle => particle.DefocusUAngstrom == 500);
    }

    [SharedDataFact("data/smoke/particles.cs")]
    public void Reads_the_smoke_set_as_its_truth_tells_it()
    {
        using var culture = new CultureScope("de-DE");
        var set = CsScene.ReadSet(SharedData.Require("data/smoke/particles.cs"));
        var truth = File.ReadLines(SharedData.Require("data/smoke/truth.csv")).Skip(1).Select(line => line.Split(',')[1]);
        set.Particles.Select(particle => particle.Uid.ToString(CultureInfo.InvariantCulture)).Should().Equal(truth);
        set.OpticsGroups.Should().ContainSingle().Which.ContrastSign.Should().Be(-1);
        set.Particles[0].ShiftAngstrom.X.Should().BeApproximately(15.2192f, 1e-4f);
        set.Table.Slots.Should().Equal("blob", "ctf", "alignments3D");
    }
}
