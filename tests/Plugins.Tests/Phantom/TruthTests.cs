using System.Numerics;
using Plugin.Phantom.Particles;
using SingleParticle.Geometry;
using SingleParticle.Particles;

namespace Plugins.Tests.Phantom;

/// <summary>What is drawn about the particles, and what is told of it.</summary>
public sealed class TruthTests
{
    // Metadata only matters: one small image is as good as a large one.
    private static readonly (string, string)[] Many =
        [("particles", "3000"), ("box_pixels", "16"), ("pixel_size_angstrom", "12"), ("atoms", "50"), ("field_edges", "periodic")];

    [Fact]
    public void States_are_as_frequent_as_their_shares()
    {
        using var run = PhantomRun.Of([.. Many, ("populations", "5, 3, 2"), ("scenario", "mixed"), ("particles", "1001")]);
        var counts = run.TruthNumbers("state").CountBy(state => (int)state).OrderBy(pair => pair.Key).Select(pair => pair.Value);
        counts.Should().Equal(501, 300, 200);
        run.StateMaps().Should().HaveCount(3);
        run.TruthNumbers("state")[..30].Distinct().Should().HaveCountGreaterThan(1, "the states come in random order");
    }

    [Fact]
    public void The_label_is_silent_about_the_size_of_the_micelle()
    {
        using var run = PhantomRun.Of([.. Many, ("scenario", "micelle")]);
        run.Truth().Select(row => (row["state"], row["label"])).Distinct().Order()
            .Should().Equal(("0", "0"), ("1", "0"), ("2", "1"), ("3", "1"));
    }

    [Fact]
    public void Lognormal_scales_have_mean_1_and_the_spread_asked_for()
    {
        using var run = PhantomRun.Of([.. Many, ("scale", "lognormal"), ("scale_spread", "0.3")]);
        var scales = run.TruthNumbers("scale");
        scales.Average().Should().BeApproximately(1, 0.02);
        Deviation(scales).Should().BeApproximately(0.3, 0.015);
        scales.Average(scale => Math.Pow((scale - 1) / 0.3, 3)).Should().BeInRange(0.6, 1.3, "a lognormal distribution leans to the right");
        run.Read().Particles.Should().OnlyContain(particle => particle.Scale == 1);
    }

    [Fact]
    public void Bimodal_scales_have_two_modes()
    {
        using var run = PhantomRun.Of([.. Many,
            ("scale", "bimodal"), ("scale_low", "0.6"), ("scale_high", "1.4"), ("scale_low_fraction", "0.25"), ("scale_spread", "0.05")]);
        var scales = run.TruthNumbers("scale");
        var (low, high) = (scales.Where(scale => scale < 1).ToArray(), scales.Where(scale => scale >= 1).ToArray());
        (low.Length / 3000.0).Should().BeApproximately(0.25, 0.025);
        low.Average().Should().BeApproximately(0.6, 0.005);
        high.Average().Should().BeApproximately(1.4, 0.01);
        Deviation(high).Should().BeApproximately(0.07, 0.005);
    }

    [Fact]
    public void Particles_of_a_micrograph_can_share_their_scale()
    {
        using var run = PhantomRun.Of([.. Many, ("scale", "lognormal"), ("scale_by", "micrograph"), ("scale_in_metadata", "written")]);
        var truth = run.Truth();
        truth.Select(row => (row["micrograph"], row["scale"])).Distinct().Should().HaveCount(60);
        truth.Select(row => row["scale"]).Distinct().Should().HaveCount(60);
        run.Read().Particles.Select(particle => particle.Scale).Should().Equal(run.TruthNumbers("scale").Select(scale => (float)scale));
    }

    [Fact]
    public void Views_are_uniform_unless_preferred()
    {
        using var uniform = PhantomRun.Of(Many);
        using var preferred = PhantomRun.Of([.. Many, ("orientations", "preferred"), ("orientation_preference", "3")]);
        // Second moments of the viewing direction and of the in-plane axis; 1/3 for each axis where all are equally likely.
        Moments(uniform).Should().OnlyContain(moment => Math.Abs(moment - (1.0 / 3)) < 0.02);
        // Integral of x² exp(3 x²) over that of exp(3 x²) from 0 to 1.
        Moments(preferred)[2].Should().BeApproximately(0.618, 0.015);
    }

    [Fact]
    public void Shifts_have_the_deviation_asked_for_and_errors_are_told_instead_of_the_truth()
    {
        using var run = PhantomRun.Of([.. Many, ("shift_angstrom", "7"), ("shift_error_angstrom", "1.5"), ("pose_error_degrees", "4")]);
        var set = run.Read();
        var (x, y) = (run.TruthNumbers("shift_x_angstrom"), run.TruthNumbers("shift_y_angstrom"));
        Deviation([.. x, .. y]).Should().BeApproximately(7, 0.2);
        Deviation([.. x.Zip(set.Particles, (truth, particle) => truth - particle.ShiftAngstrom.X)]).Should().BeApproximately(1.5, 0.06);
        var angles = TruePoses(run).Zip(set.Particles, (truth, told) =>
            Rotations.Logarithm(Rotations.PoseMatrix(told.RotationVectorRadians) * Rotations.PoseMatrix(truth).Transpose()).Length);
        Math.Sqrt(angles.Average(angle => angle * angle)).Should().BeApproximately(double.DegreesToRadians(4) * Math.Sqrt(3), 0.005);
    }

    [Fact]
    public void Without_errors_the_truth_is_told()
    {
        using var run = PhantomRun.Of();
        var set = run.Read();
        set.Particles.Select(particle => particle.RotationVectorRadians).Should().Equal(TruePoses(run));
        set.Particles.Select(particle => particle.Uid).Should().Equal(run.Truth().Select(row => ulong.Parse(row["uid"])));
        set.Particles.Zip(run.TruthNumbers("shift_x_angstrom"), (told, truth) => told.ShiftAngstrom.X - truth)
            .Should().OnlyContain(difference => Math.Abs(difference) < 1e-5);
    }

    [Fact]
    public void Defoci_come_from_the_range_with_the_astigmatism_asked_for()
    {
        using var run = PhantomRun.Of([.. Many,
            ("defocus_minimum_angstrom", "10000"), ("defocus_maximum_angstrom", "12000"), ("astigmatism_angstrom", "300"),
            ("defocus_spread_angstrom", "0"), ("particles_per_micrograph", "2")]);
        var particles = run.Read().Particles;
        particles.Select(particle => (particle.DefocusUAngstrom + particle.DefocusVAngstrom) / 2)
            .Should().OnlyContain(defocus => defocus >= 9999 && defocus <= 12001);
        Math.Sqrt(particles.Average(particle => Math.Pow(particle.DefocusUAngstrom - particle.DefocusVAngstrom, 2)))
            .Should().BeApproximately(300, 20);
        particles.Select(particle => particle.DefocusUAngstrom).Distinct().Should().HaveCount(1500);
    }

    [Fact]
    public void Measured_defoci_are_those_of_real_micrographs()
    {
        using var run = PhantomRun.Of([.. Many, ("defocus", "measured"), ("defocus_spread_angstrom", "0")]);
        var table = DefocusDraw.ReadMeasured();
        table.Length.Should().Be(1081);
        var known = table.Select(row => ((float)row.UAngstrom, (float)row.VAngstrom)).ToHashSet();
        var told = run.Read().Particles.Select(particle => (particle.DefocusUAngstrom, particle.DefocusVAngstrom)).ToHashSet();
        told.IsSubsetOf(known).Should().BeTrue();
        told.Should().HaveCountGreaterThan(50);
    }

    [Fact]
    public void Optics_groups_differ_in_the_direction_of_tilt_and_magnification()
    {
        using var run = PhantomRun.Of([.. Many,
            ("optics_groups", "4"), ("beam_tilt_milliradians", "1.5"), ("anisotropic_magnification_percent", "2")]);
        foreach (var groups in new[] { run.Read().OpticsGroups, run.Read("particles_relion").OpticsGroups })
        {
            groups.Should().HaveCount(4);
            groups.Should().OnlyContain(
                group => Math.Abs(double.Hypot(group.BeamTiltMilliradians.X, group.BeamTiltMilliradians.Y) - 1.5) < 1e-5);
            groups.Select(group => Math.Round(group.BeamTiltMilliradians.X, 3)).Distinct().Should().HaveCount(3);
            // Largest less smallest stretch is 2 %.
            groups.Select(group => Math.Sqrt(2 * group.AnisotropicMagnification.Sum(value => value * value)))
                .Should().OnlyContain(difference => Math.Abs(difference - 0.02) < 1e-6);
        }

        run.Read().Particles.CountBy(particle => particle.OpticsGroupIndex).Should().OnlyContain(pair => pair.Value == 750);
    }

    [Fact]
    public void Half_sets_are_of_equal_size_and_drawn_at_random()
    {
        using var run = PhantomRun.Of(("particles", "101"));
        var halves = run.Read().Particles.Select(particle => particle.HalfSet).ToArray();
        halves.Count(half => half == HalfSet.A).Should().Be(51);
        halves.Count(half => half == HalfSet.B).Should().Be(50);
        halves.Where((half, i) => half == (i % 2 == 0 ? HalfSet.A : HalfSet.B)).Count().Should().BeInRange(30, 70);
    }

    [Fact]
    public void Both_particle_files_tell_the_same()
    {
        using var run = PhantomRun.Of(
            ("optics_groups", "3"), ("particles_per_micrograph", "4"), ("beam_tilt_milliradians", "1"), ("phase_shift_degrees", "40"),
            ("anisotropic_magnification_percent", "3"), ("scale", "bimodal"), ("scale_in_metadata", "written"),
            ("pose_error_degrees", "2"));
        var (cs, star) = (run.Read("particles"), run.Read("particles_relion"));
        star.ImageFiles.Should().Equal(cs.ImageFiles).And.Equal(run.Stack);
        for (var i = 0; i < cs.Particles.Length; i++)
        {
            var (one, two) = (cs.Particles[i], star.Particles[i]);
            (two.Uid, two.ImageIndex, two.OpticsGroupIndex, two.HalfSet).Should().Be((one.Uid, i, one.OpticsGroupIndex, one.HalfSet));
            var turn = Rotations.PoseMatrix(one.RotationVectorRadians) * Rotations.PoseMatrix(two.RotationVectorRadians).Transpose();
            Rotations.Logarithm(turn).Length.Should().BeLessThan(1e-6);
            Vector2.Distance(one.ShiftAngstrom, two.ShiftAngstrom).Should().BeLessThan(1e-5f);
            two.DefocusUAngstrom.Should().Be(one.DefocusUAngstrom);
            two.PhaseShiftRadians.Should().BeApproximately(one.PhaseShiftRadians, 1e-6f);
            two.Scale.Should().Be(one.Scale);
        }

        var text = File.ReadAllText(run.PathOf("particles_relion"));
        text.Should().Contain("_rlnMicrographName").And.Contain("micrographs/phantom_00006.mrc");
    }

    private static Vector3[] TruePoses(PhantomRun run)
    {
        var (x, y, z) = (run.TruthNumbers("pose_x_radians"), run.TruthNumbers("pose_y_radians"), run.TruthNumbers("pose_z_radians"));
        return [.. x.Select((value, i) => new Vector3((float)value, (float)y[i], (float)z[i]))];
    }

    private static double[] Moments(PhantomRun run)
    {
        var poses = run.Read().Particles.Select(particle => Rotations.PoseMatrix(particle.RotationVectorRadians)).ToArray();
        return
        [
            poses.Average(pose => Math.Pow(pose[2, 0], 2)),
            poses.Average(pose => Math.Pow(pose[2, 1], 2)),
            poses.Average(pose => Math.Pow(pose[2, 2], 2)),
            poses.Average(pose => Math.Pow(pose[0, 0], 2)),
        ];
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
