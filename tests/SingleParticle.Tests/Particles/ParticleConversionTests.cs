using SingleParticle.Formats.Cs;
using SingleParticle.Formats.Star;
using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Particles;
using SingleParticle.Tests.Particles.Cs;
using Testing;

namespace SingleParticle.Tests.Particles;

public sealed class ParticleConversionTests : IDisposable
{
    private readonly CsScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Particles_of_a_cs_file_are_the_same_read_from_its_STAR_file()
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 6));
        var star = Write(ParticleConversion.ToRelion(set), "relion/particles.star", set);
        var again = Write(ParticleConversion.ToCryosparc(star), "back/particles.cs", star);
        MustBeTheSame(star, set);
        MustBeTheSame(again, set);
        again.OpticsGroups.Select(group => group.Name).Should().Equal("0", "1");
    }

    [SharedDataTheory("data/smoke/particles.cs")]
    [InlineData("data/smoke/particles.cs")]
    [InlineData("data/smoke/particles.star")]
    public void The_smoke_set_survives_both_formats(string name)
    {
        var set = Read(SharedData.Require(name));
        var other = Write(ParticleConversion.To(Other(set), set), "other/particles" + Extension(Other(set)), set);
        MustBeTheSame(other, set);
        MustBeTheSame(Write(ParticleConversion.To(set.Table.Format, other), "back/particles" + Extension(set.Table.Format), other), set);
    }

    [SharedDataFact("data/smoke/particles.cs")]
    public void The_two_files_of_the_smoke_set_tell_the_same_poses_and_shifts()
    {
        var cryosparc = Read(SharedData.Require("data/smoke/particles.cs"));
        var relion = Read(SharedData.Require("data/smoke/particles.star"));
        for (var row = 0; row < relion.Particles.Length; row++)
            PoseDistance(cryosparc.Particles[row], relion.Particles[row]).Should().BeLessThan(2e-6);
        cryosparc.Particles.Select(particle => particle.ShiftAngstrom.X).Should().Equal(
            relion.Particles.Select(particle => particle.ShiftAngstrom.X), (left, right) => Math.Abs(left - right) < 1e-3);
    }

    [Fact]
    public void Magnification_is_inverted_not_copied()
    {
        var set = CsScene.ReadSet(
            _scene.Refinement("particles.cs", 2, file => file.Floats("ctf/anisomag", _ => 1 / 3f, _ => 0, _ => 0, _ => 1 / 3f)));
        Write(ParticleConversion.ToRelion(set), "particles.star", set);
        var optics = StarReader.Read(_scene.File("particles.star")).Find("optics")!.Tables[0];
        double.Parse(optics.Text(0, "rlnMagMat00")).Should().BeApproximately(0.75, 1e-6);
        double.Parse(optics.Text(1, "rlnMagMat01")).Should().Be(0);
    }

    [Fact]
    public void Says_what_RELION_has_no_place_for()
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 2));
        ParticleConversion.ToRelion(set).Warnings.Should().HaveCount(3)
            .And.Contain(warning => warning.Contains("inverted stack")).And.Contain(warning => warning.Contains("trefoil (ctf/trefoil_A)"))
            .And.Contain(warning => warning.Contains("tetrafoil (ctf/tetra_A)"));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void Says_that_poses_per_class_are_lost_only_where_they_differ_from_the_particle_s_own(float turn, bool isSaid)
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 2, file => file.Floats(
            "alignments3D_multi/pose", row => 0.3f * row, _ => -0.5f, _ => 0.7f, row => (0.3f * row) + turn, _ => -0.5f, _ => 0.7f)));
        ParticleConversion.ToRelion(set).Warnings.Any(warning => warning.Contains("per class")).Should().Be(isSaid);
    }

    [Fact]
    public void Columns_without_a_RELION_name_travel_along_and_come_back_bit_for_bit()
    {
        var file = _scene.Refinement("particles.cs", 3, builder => builder
            .Text("location/micrograph_path", 30, row => $"J3/mic {row}%'\"é.mrc").Floats("location/center_x_frac", row => 1f / (row + 3))
            .Integers("location/micrograph_shape", _ => 3838, row => uint.MaxValue - (uint)row)
            .Floats("ctf/shift_A", row => float.NaN, _ => -0f)
            .Floats("pick_stats/ncc_score", row => -1e-30f * row).Floats("alignments3D/class_ess", row => 1.5f + row));
        var set = CsScene.ReadSet(file);

        var star = Write(ParticleConversion.ToRelion(set), "particles.star", set);
        Write(ParticleConversion.ToCryosparc(star), "back.cs", star);

        var (old, back) = (CsReader.Read(file), CsReader.Read(_scene.File("back.cs")));
        foreach (var name in new[]
        {
            "uid", "location/center_x_frac", "location/micrograph_shape", "location/micrograph_path", "ctf/shift_A", "pick_stats/ncc_score",
            "motion/idx", "alignments3D/class_ess", "alignments3D/error_min", "alignments3D/class",
        })
        {
            for (var row = 0; row < 3; row++)
                back.Bytes(row, back.Find(name)!).SequenceEqual(old.Bytes(row, old.Find(name)!)).Should()
                    .BeTrue($"{name} of row {row} must come back");
        }
    }

    [Fact]
    public void Labels_without_a_cs_name_travel_along_and_come_back()
    {
        _scene.Stack("stack.mrcs", 2);
        File.WriteAllText(_scene.File("in.star"), Star.ParticleFolder.Optics
            .Replace("_rlnImageSize #7", "_rlnImageSize #7\n_rlnOddZernike #8").Replace("1.5 8", "2 8 [0.5,-1.25,3e-7]")
            + Star.ParticleFolder.Head + "_rlnMicrographName #11\n_rlnGroupNumber #12\n"
            + Star.ParticleFolder.Row1.TrimEnd() + " 'mic 1.mrc' 7\n" + Star.ParticleFolder.Row2.TrimEnd() + " mic2.mrc 8\n");
        var set = Read(_scene.File("in.star"));

        var converted = ParticleConversion.ToCryosparc(set);
        var cryosparc = Write(converted, "middle/particles.cs", set);
        var back = Write(ParticleConversion.ToRelion(cryosparc), "back.star", cryosparc);

        converted.Warnings.Should().ContainSingle().Which.Should().Contain("rlnOddZernike");
        CsField.Open(CsReader.Read(_scene.File("middle/particles.cs")), "star/rlnMicrographName", CsFieldKind.Text).Text(0).Should()
            .Be("mic 1.mrc");
        var table = StarReader.Read(_scene.File("back.star")).Find("particles")!.Tables[0];
        table.Text(0, "rlnMicrographName").Should().Be("mic 1.mrc");
        table.Text(1, "rlnGroupNumber").Should().Be("8");
        MustBeTheSame(cryosparc, set);
        MustBeTheSame(back, set);
        back.OpticsGroups[0].OddZernike.Should().Equal(0.5, -1.25, 3e-7);
    }

    [Fact]
    public void Classes_and_posteriors_keep_their_meaning_in_both_formats()
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 2));
        var update = new ParticleUpdate
        {
            Rows = [1, 0],
            ClassIndex = [1, 0],
            ClassCount = 2,
            ClassPosteriors = [0.25f, 0.75f, 1, 0],
            Powers = [new ParticlePowers(9, 4, 8), new ParticlePowers(7, 1, 2)],
            Scale = [0.9f, 1.1f],
        };
        var relion = ParticleConversion.ToRelion(set);
        relion.Table.Write(_scene.File("classes.star"), update, ImagePathStyle.RelativeToFile);
        var star = Read(_scene.File("classes.star"));
        var again = Write(ParticleConversion.ToCryosparc(star), "classes.cs", star);

        foreach (var classes in new[] { star.Table.ReadClasses()!, again.Table.ReadClasses()! })
        {
            classes.ClassIndex.Should().Equal(1, 0);
            classes.Posteriors.Should().Equal(0.25f, 0.75f, 1, 0);
        }

        var file = _scene.File("classes.cs");
        CsScene.Numbers(file, "alignments3D/error", 0).Should().Equal(5);
        CsScene.Numbers(file, "alignments3D/class_posterior", 0).Should().Equal(0.75);
        CsScene.Numbers(file, "alignments3D_multi/class_posterior", 0).Should().Equal(0.25, 0.75);
        CsScene.Numbers(file, "alignments3D_multi/alpha", 1).Should().Equal(1.1f, 1.1f);
        again.Particles.Select(particle => particle.Scale).Should().Equal(0.9f, 1.1f);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void Conversion_does_not_depend_on_the_culture(string culture)
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 3));
        Write(ParticleConversion.ToRelion(set), "plain.star", set);
        using (new CultureScope(culture))
            Write(ParticleConversion.ToRelion(set), "local.star", set);
        File.ReadAllText(_scene.File("local.star")).Should().Be(File.ReadAllText(_scene.File("plain.star")));
    }

    private static ParticleTableFormat Other(ParticleSet set) =>
        set.Table.Format == ParticleTableFormat.Relion ? ParticleTableFormat.Cryosparc : ParticleTableFormat.Relion;

    private static string Extension(ParticleTableFormat format) => format == ParticleTableFormat.Relion ? ".star" : ".cs";

    private static ParticleSet Read(string file)
    {
        var reading = ParticleSetReader.Read(CsScene.Source(("blob", file), ("ctf", file), ("alignments3D", file)));
        reading.Problems.Should().BeEmpty();
        return reading.Set!;
    }

    private static double PoseDistance(Particle left, Particle right)
    {
        var product = Rotations.PoseMatrix(left.RotationVectorRadians) * Rotations.PoseMatrix(right.RotationVectorRadians).Transpose();
        return Rotations.Logarithm(product).Length;
    }

    private static void MustBeTheSame(ParticleSet found, ParticleSet expected)
    {
        found.Particles.Should().HaveSameCount(expected.Particles);
        for (var row = 0; row < expected.Particles.Length; row++)
        {
            var (left, right) = (found.Particles[row], expected.Particles[row]);
            PoseDistance(left, right).Should().BeLessThan(5e-7, $"pose of row {row}");
            (left.ShiftAngstrom - right.ShiftAngstrom).Length().Should().BeLessThan(1e-6f * (1 + right.ShiftAngstrom.Length()));
            left.DefocusAngleRadians.Should().BeApproximately(right.DefocusAngleRadians, 1e-7f * (1 + Math.Abs(right.DefocusAngleRadians)));
            left.PhaseShiftRadians.Should().BeApproximately(right.PhaseShiftRadians, 1e-7f);
            var rest = left with
            {
                RotationVectorRadians = right.RotationVectorRadians,
                ShiftAngstrom = right.ShiftAngstrom,
                DefocusAngleRadians = right.DefocusAngleRadians,
                PhaseShiftRadians = right.PhaseShiftRadians,
            };
            rest.Should().Be(right, $"row {row} must be the same particle");
        }

        found.ImageFiles.Should().Equal(expected.ImageFiles);
        found.OpticsGroups.Should().HaveSameCount(expected.OpticsGroups);
        for (var group = 0; group < expected.OpticsGroups.Count; group++)
            Numbers(found.OpticsGroups[group]).Should()
                .Equal(Numbers(expected.OpticsGroups[group]), (left, right) => Math.Abs(left - right) <= 2e-7 * (1 + Math.Abs(right)));
    }

    private static double[] Numbers(OpticsGroup group) =>
    [
        group.VoltageKv, group.SphericalAberrationMm, group.AmplitudeContrast, group.PixelSizeAngstrom, group.BoxPixels, group.ContrastSign,
        .. group.AnisotropicMagnification, group.BeamTiltMilliradians.X, group.BeamTiltMilliradians.Y, group.TrefoilAngstrom.First,
        group.TrefoilAngstrom.Second, .. group.TetrafoilAngstrom, .. group.OddZernike, .. group.EvenZernike,
    ];

    private ParticleSet Write(ConvertedParticles converted, string name, ParticleSet set)
    {
        var rows = Enumerable.Range(0, set.Particles.Length).ToArray();
        converted.Table.Write(_scene.File(name), new ParticleUpdate { Rows = rows }, ImagePathStyle.RelativeToFile);
        return Read(_scene.File(name));
    }
}
