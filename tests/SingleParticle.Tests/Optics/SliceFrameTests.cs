using System.Numerics;
using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Particles;

namespace SingleParticle.Tests.Optics;

public sealed class SliceFrameTests
{
    private static readonly Particle Posed = new() { RotationVectorRadians = new Vector3(0.3f, -0.5f, 0.7f) };

    [Fact]
    public void Without_magnification_it_is_the_first_two_rows_of_the_pose()
    {
        var frame = SliceFrame.Of(Posed, TestOptics.Krios, MagnificationCorrection.Apply);
        new[] { frame.U.X, frame.U.Y, frame.U.Z, frame.V.X, frame.V.Y, frame.V.Z }.Should().Equal(
            [0.654894, 0.537153, 0.531583, -0.677061, 0.729512, 0.096963], (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Magnification_acts_on_the_image_before_the_pose()
    {
        var frame = SliceFrame.Of(Posed, TestOptics.Aberrated, MagnificationCorrection.Apply);
        var pose = Rotations.PoseMatrix(Posed.RotationVectorRadians);
        var inImage = pose.Apply(frame.At(5, -3));

        // (I + D) times the corrected frequency is the pixel again.
        var (x, y) = new Matrix2(1.01, 0.004, -0.002, 0.987).Apply(inImage.X, inImage.Y);
        new[] { x, y, inImage.Z }.Should().Equal([5.0, -3, 0], (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Ignored_magnification_leaves_the_pose_alone() =>
        SliceFrame.Of(Posed, TestOptics.Aberrated, MagnificationCorrection.Ignore)
            .Should().Be(SliceFrame.Of(Posed, TestOptics.Krios, MagnificationCorrection.Apply));

    [Fact]
    public void A_frequency_keeps_its_place_in_Angstrom_in_a_volume_of_another_edge()
    {
        // Images of 64 x 1.1 Å; pixel 5 is at 5 / 70.4 per Å, which is voxel 10 of a volume with an edge of 140.8 Å.
        var frame = SliceFrame.Of(Posed, TestOptics.Krios, MagnificationCorrection.Apply, 140.8);
        var own = SliceFrame.Of(Posed, TestOptics.Krios, MagnificationCorrection.Apply);
        (frame.At(5, 0) + -own.At(10, 0)).Length.Should().BeLessThan(1e-12);
        (frame.At(0, 5) + -own.At(0, 10)).Length.Should().BeLessThan(1e-12);
    }
}
