using System.Numerics;
using SingleParticle.Geometry;
using SingleParticle.Particles;
using SingleParticle.Particles.Star;
using Testing;

namespace SingleParticle.Tests.Particles.Star;

public sealed class StarParticleReaderTests : IDisposable
{
    private readonly ParticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("en-US")]
    public void Reads_particles_of_RELION_3_1_alike_in_every_country(string culture)
    {
        using var scope = new CultureScope(culture);

        var set = ParticleFolder.Usable(_folder.Read(ParticleFolder.TwoParticles));

        var optics = set.OpticsGroups.Should().ContainSingle().Subject;
        optics.Name.Should().Be("opticsGroup1");
        (optics.VoltageKv, optics.SphericalAberrationMm, optics.AmplitudeContrast).Should().Be((300, 2.7, 0.1));
        (optics.PixelSizeAngstrom, optics.BoxPixels, optics.ContrastSign).Should().Be((1.5, 8, 1));
        optics.AnisotropicMagnification.Should().Equal(0, 0, 0, 0);
        set.ImageFiles.Should().Equal(_folder.File("stack.mrcs"));
        set.Particles.Should().HaveCount(2);
        var second = set.Particles[1];
        (second.ImageFileIndex, second.ImageIndex, second.OpticsGroupIndex, second.HalfSet, second.Scale, second.CtfScale)
            .Should().Be((0, 1, 0, HalfSet.None, 1f, 1f));
        (second.DefocusUAngstrom, second.DefocusVAngstrom).Should().Be((12000.5f, 11000.25f));
        second.DefocusAngleRadians.Should().Be((float)(-12.5 * Math.PI / 180));
        second.ShiftAngstrom.Should().Be(new Vector2(0, 0.75f));
        set.Table.Format.Should().Be(ParticleTableFormat.Relion);
    }

    [Fact]
    public void Turns_RELIONs_Euler_angles_into_CryoSPARCs_pose()
    {
        var set = ParticleFolder.Usable(_folder.Read(ParticleFolder.Optics + ParticleFolder.Head + ParticleFolder.Row1));

        var pose = set.Particles[0].RotationVectorRadians;
        (pose - new Vector3(0.3f, -0.5f, 0.7f)).Length().Should().BeLessThan(1e-6f);
    }

    [Fact]
    public void Gives_a_particle_the_hash_of_its_image_name()
    {
        var set = ParticleFolder.Usable(_folder.Read(ParticleFolder.Optics + ParticleFolder.Head + ParticleFolder.Row1));

        // FNV-1a (64 bit) of "000001@stack.mrcs", and of the published test vector "foobar".
        set.Particles[0].Uid.Should().Be(0x0AF4A3F6BF8E8365UL);
        StarImageName.Uid("foobar"u8).Should().Be(0x85944171F73967E8UL);
    }

    [Fact]
    public void Reads_half_sets_scale_phase_shift_envelope_and_CTF_factor()
    {
        var text = ParticleFolder.Optics + ParticleFolder.Head.TrimEnd()
            + "\n_rlnPhaseShift\n_rlnCtfBfactor\n_rlnCtfScalefactor\n_rlnRandomSubset\n_spScale\n"
            + ParticleFolder.Row1.TrimEnd() + " 90 12.5 0.75 2 1.25\n" + ParticleFolder.Row2.TrimEnd() + " 0 0 1 1 0.5\n";

        var particles = ParticleFolder.Usable(_folder.Read(text)).Particles;

        particles[0].PhaseShiftRadians.Should().Be((float)(Math.PI / 2));
        (particles[0].CtfBFactorAngstromSquared, particles[0].CtfScale, particles[0].Scale).Should().Be((12.5f, 0.75f, 1.25f));
        particles.Select(particle => particle.HalfSet).Should().Equal(HalfSet.B, HalfSet.A);
    }

    [Fact]
    public void Reads_optics_after_the_particles_and_only_the_groups_in_use()
    {
        var optics = ParticleFolder.Optics.TrimEnd() + "\n7 \"group seven\" 0.07 1.4 200 1.5 8\n9 unused 0.1 2.7 300 3.0 16\n";
        var second = ParticleFolder.Row2.Replace(".mrcs 1 ", ".mrcs 7 ", StringComparison.Ordinal);

        var set = ParticleFolder.Usable(_folder.Read(ParticleFolder.Head + second + ParticleFolder.Row1 + optics));

        set.OpticsGroups.Select(group => (group.Name, group.VoltageKv)).Should().Equal(("group seven", 200), ("opticsGroup1", 300));
        set.Particles.Select(particle => particle.OpticsGroupIndex).Should().Equal(0, 1);
    }

    [Fact]
    public void Reads_aberrations_and_inverts_RELIONs_magnification_matrix()
    {
        var optics = ParticleFolder.Optics.TrimEnd().Replace(
            "_rlnImageSize #7",
            "_rlnImageSize #7\n_rlnBeamTiltX\n_rlnBeamTiltY\n_rlnOddZernike\n_rlnEvenZernike\n"
            + "_rlnMagMat00\n_rlnMagMat01\n_rlnMagMat10\n_rlnMagMat11",
            StringComparison.Ordinal) + " 0.25 -0.5 [0.1,-0.2,0.3] [1,2] 0.8 0.1 -0.2 1.1\n";

        var group = ParticleFolder.Usable(_folder.Read(optics + ParticleFolder.Head + ParticleFolder.Row1)).OpticsGroups[0];

        group.BeamTiltMilliradians.Should().Be((0.25, -0.5));
        group.OddZernike.Should().Equal(0.1, -0.2, 0.3);
        group.EvenZernike.Should().Equal(1, 2);
        var distortion = group.AnisotropicMagnification;
        var product = new Matrix2(0.8, 0.1, -0.2, 1.1)
            * new Matrix2(1 + distortion[0], distortion[1], distortion[2], 1 + distortion[3]);
        (double Found, double Expected)[] elements = [(product.XX, 1), (product.XY, 0), (product.YX, 0), (product.YY, 1)];
        foreach (var (found, expected) in elements)
            found.Should().BeApproximately(expected, 1e-14);
    }

    [Theory]
    [InlineData("")]
    [InlineData("images")]
    [InlineData("particles")]
    [InlineData("model_class_1")]
    public void Reads_RELION_3_0_with_one_block_of_any_usual_name(string block)
    {
        var text = $"""
            data_general
            _rlnFinalResolution 3.5

            data_{block}
            loop_
            _rlnImageName
            _rlnVoltage
            _rlnSphericalAberration
            _rlnAmplitudeContrast
            _rlnDetectorPixelSize
            _rlnMagnification
            _rlnDefocusU
            _rlnDefocusV
            _rlnDefocusAngle
            _rlnAngleRot
            _rlnAngleTilt
            _rlnAnglePsi
            _rlnOriginX
            _rlnOriginY
            1@stack.mrcs 300 2.7 0.1 6.0 40000 16400 15800 33 0 28.64789 0 2 -1.5
            2@stack.mrcs 300 2.7 0.07 6.0 40000 16400 15800 33 0 0 28.64789 0 0
            3@stack.mrcs 300 2.7 0.1 6.0 40000 16400 15800 33 0 0 0 0 0
            """;

        var set = ParticleFolder.Usable(_folder.Read(text));

        set.OpticsGroups.Select(group => (group.Name, group.AmplitudeContrast, group.PixelSizeAngstrom, group.BoxPixels))
            .Should().Equal(("1", 0.1, 1.5, 8), ("2", 0.07, 1.5, 8));
        set.Particles.Select(particle => particle.OpticsGroupIndex).Should().Equal(0, 1, 0);
        set.Particles[0].ShiftAngstrom.Should().Be(new Vector2(3, -2.25f));
        (set.Particles[0].RotationVectorRadians - new Vector3(0, 0.5f, 0)).Length().Should().BeLessThan(1e-6f);
        (set.Particles[1].RotationVectorRadians - new Vector3(0, 0, 0.5f)).Length().Should().BeLessThan(1e-6f);
    }

    [Fact]
    public void Says_that_particles_without_origins_are_taken_as_centred()
    {
        var text = "data_optics\n_rlnOpticsGroup 1\n_rlnVoltage 300\n_rlnSphericalAberration 2.7\n"
            + "_rlnAmplitudeContrast 0.1\n_rlnImagePixelSize 1.5\n"
            + "data_particles\nloop_\n_rlnImageName\n_rlnOpticsGroup\n_rlnDefocusU\n_rlnDefocusV\n_rlnDefocusAngle\n"
            + "_rlnAngleRot\n_rlnAngleTilt\n_rlnAnglePsi\n1@stack.mrcs 1 16400 15800 33 1 2 3\n";

        var reading = _folder.Read(text);

        ParticleFolder.Usable(reading).OpticsGroups[0].BoxPixels.Should().Be(8);
        reading.Warnings.Should().ContainSingle().Which.Should().Contain("rlnOriginXAngst").And.Contain("centred");
    }

    [SharedDataTheory("data")]
    [InlineData("smoke", 400, 6.4)]
    [InlineData("gpcr64", 4000, 3.2)]
    [InlineData("complex64", 4000, 4.2)]
    public void Reads_the_check_data(string name, int particleCount, double pixelSizeAngstrom)
    {
        var path = SharedData.Require($"data/{name}/particles.star");
        var source = new ParticleSource(new Dictionary<string, string> { ["blob"] = path, ["ctf"] = path }, []);

        var set = ParticleFolder.Usable(ParticleSetReader.Read(source));

        set.Particles.Should().HaveCount(particleCount);
        set.Particles.Select(particle => particle.ImageIndex).Should().Equal(Enumerable.Range(0, particleCount));
        set.OpticsGroups.Should().ContainSingle().Which.PixelSizeAngstrom.Should().Be(pixelSizeAngstrom);
        set.OpticsGroups[0].BoxPixels.Should().Be(64);
        set.Particles.Select(particle => particle.HalfSet).Distinct().Order().Should().Equal(HalfSet.A, HalfSet.B);
    }

    [SharedDataTheory("data")]
    [InlineData("smoke")]
    [InlineData("gpcr64")]
    [InlineData("complex64")]
    public void Reads_the_same_particles_from_the_STAR_file_as_from_the_cs_file(string name)
    {
        var star = ParticleFolder.Usable(ParticleSetReader.Read(CheckData(name, "particles.star")));
        var cs = ParticleFolder.Usable(ParticleSetReader.Read(CheckData(name, "particles.cs")));

        cs.Particles.Should().HaveSameCount(star.Particles);
        for (var index = 0; index < star.Particles.Length; index++)
        {
            var (left, right) = (star.Particles[index], cs.Particles[index]);
            (left.ImageIndex, left.HalfSet).Should().Be((right.ImageIndex, right.HalfSet));
            Difference(left.RotationVectorRadians, right.RotationVectorRadians).Should().BeLessThan(2e-6);
            (left.ShiftAngstrom - right.ShiftAngstrom).Length().Should().BeLessThan(1e-4f);
            left.DefocusUAngstrom.Should().BeApproximately(right.DefocusUAngstrom, 0.01f);
            left.DefocusVAngstrom.Should().BeApproximately(right.DefocusVAngstrom, 0.01f);
            left.DefocusAngleRadians.Should().BeApproximately(right.DefocusAngleRadians, 2e-5f);
        }

        static ParticleSource CheckData(string name, string file)
        {
            var path = SharedData.Require($"data/{name}/{file}");
            return new ParticleSource(new Dictionary<string, string> { ["blob"] = path, ["ctf"] = path, ["alignments3D"] = path }, []);
        }
    }

    // Neither Euler angles nor rotation vectors of a pose are unique: matrices are compared.
    private static double Difference(Vector3 left, Vector3 right)
    {
        var (first, second) = (Rotations.PoseMatrix(left), Rotations.PoseMatrix(right));
        return Enumerable.Range(0, 9).Max(index => Math.Abs(first[index / 3, index % 3] - second[index / 3, index % 3]));
    }
}
