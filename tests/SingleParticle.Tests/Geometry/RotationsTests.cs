using SingleParticle.Geometry;

namespace SingleParticle.Tests.Geometry;

public sealed class RotationsTests
{
    private static readonly double[] ReferencePose =
    [
        0.654894, 0.537153, 0.531583,
        -0.677061, 0.729512, 0.096963,
        -0.335712, -0.423414, 0.841438,
    ];

    [Fact]
    public void Gives_the_fields_matrix_of_a_rotation_vector() =>
        Elements(Rotations.PoseMatrix(new DoubleVector3(0.3, -0.5, 0.7))).Should().Equal(ReferencePose, Within(1e-6));

    [Fact]
    public void Gives_the_fields_matrix_of_Euler_angles() =>
        Elements(Rotations.FromEulerAngles(new(-128.409812, 32.707740, 169.662675))).Should().Equal(ReferencePose, Within(1e-6));

    [Theory]
    [InlineData(0.3, -0.5, 0.7, -128.409812, 32.707740, 169.662675)]
    [InlineData(0, 0, 0.5, 0, 0, 28.64789)]
    [InlineData(0, 0.5, 0, 0, 28.64789, 0)]
    public void Gives_the_fields_Euler_angles_of_a_rotation_vector(double x, double y, double z, double rot, double tilt, double psi)
    {
        var angles = Rotations.ToEulerAngles(Rotations.PoseMatrix(new DoubleVector3(x, y, z)));
        double[] found = [angles.RotDegrees, angles.TiltDegrees, angles.PsiDegrees];
        found.Should().Equal([rot, tilt, psi], Within(1e-5));
    }

    [Fact]
    public void Views_along_the_third_row_of_the_pose()
    {
        var view = Rotations.PoseMatrix(new DoubleVector3(0.3, -0.5, 0.7)).ViewingDirection;
        new[] { view.X, view.Y, view.Z }.Should().Equal([-0.335712, -0.423414, 0.841438], Within(1e-6));
    }

    [Fact]
    public void Two_thousand_poses_survive_the_round_trip_through_Euler_angles()
    {
        foreach (var vector in RandomPoses(2000))
        {
            var pose = Rotations.PoseMatrix(vector);
            Distance(Rotations.FromEulerAngles(Rotations.ToEulerAngles(pose)), pose).Should().BeLessThan(1e-12);
        }
    }

    [Fact]
    public void Two_thousand_poses_survive_the_round_trip_through_rotation_vectors()
    {
        foreach (var vector in RandomPoses(2000))
        {
            var pose = Rotations.PoseMatrix(vector);
            var shortest = Rotations.RotationVectorRadians(pose);
            shortest.Length.Should().BeLessThanOrEqualTo(Math.PI + 1e-12);
            Distance(Rotations.PoseMatrix(shortest), pose).Should().BeLessThan(1e-12);
        }
    }

    [Fact]
    public void A_pose_is_a_proper_rotation_at_any_angle()
    {
        foreach (var vector in RandomPoses(200))
        {
            var pose = Rotations.PoseMatrix(vector);
            Distance(pose * pose.Transpose(), RotationMatrix.Identity).Should().BeLessThan(1e-14 * 20);
            pose.Row0.Cross(pose.Row1).Dot(pose.Row2).Should().BeApproximately(1, 1e-13);
        }
    }

    [Theory]
    [InlineData(30, 0, 20)]
    [InlineData(-75, 180, 140)]
    [InlineData(12, 1e-13, 50)]
    [InlineData(100, 1e-7, -33)]
    [InlineData(100, 179.9999999, -33)]
    public void Degenerate_tilts_keep_the_matrix(double rot, double tilt, double psi)
    {
        var pose = Rotations.FromEulerAngles(new(rot, tilt, psi));
        Distance(Rotations.FromEulerAngles(Rotations.ToEulerAngles(pose)), pose).Should().BeLessThan(1e-13);
    }

    [Theory]
    [InlineData(0, 50)]
    [InlineData(180, 10)]
    public void Degenerate_tilts_put_the_whole_turn_into_psi(double tilt, double psi)
    {
        // At tilt 0 rot and psi add; at tilt 180 psi - rot counts.
        var found = Rotations.ToEulerAngles(Rotations.FromEulerAngles(new(20, tilt, 30)));
        found.RotDegrees.Should().Be(0);
        found.TiltDegrees.Should().BeApproximately(tilt, 1e-9);
        found.PsiDegrees.Should().BeApproximately(psi, 1e-9);
    }

    [Theory]
    [InlineData(1e-200)]
    [InlineData(1e-9)]
    [InlineData(0.99e-4)]
    [InlineData(1.01e-4)]
    [InlineData(3.14159265358979)]
    public void Small_and_straight_angles_come_back(double angle)
    {
        var vector = angle * new DoubleVector3(2.0 / 3, -1.0 / 3, 2.0 / 3);
        var back = Rotations.Logarithm(Rotations.Exponential(vector));
        (back + -vector).Length.Should().BeLessThanOrEqualTo(1e-13 * angle);
    }

    [Fact]
    public void Angles_beyond_a_straight_one_give_the_same_pose_as_the_shorter_way_round()
    {
        var axis = new DoubleVector3(0.6, 0, 0.8);
        Distance(Rotations.PoseMatrix(4 * axis), Rotations.PoseMatrix((4 - (2 * Math.PI)) * axis)).Should().BeLessThan(1e-14);
    }

    [Fact]
    public void A_frequency_of_the_image_lies_on_the_plane_normal_to_the_view()
    {
        var pose = Rotations.PoseMatrix(new DoubleVector3(0.3, -0.5, 0.7));
        var frequency = pose.ApplyTransposedInPlane(3, -2);
        frequency.Dot(pose.ViewingDirection).Should().BeApproximately(0, 1e-14);
        var back = pose.Apply(frequency);
        new[] { back.X, back.Y, back.Z }.Should().Equal([3.0, -2, 0], Within(1e-14));
    }

    private static IEnumerable<DoubleVector3> RandomPoses(int count)
    {
        var random = new Random(7);
        for (var i = 0; i < count; i++)
        {
            // Up to 5 radians: real files hold rotation vectors longer than pi.
            var vector = new DoubleVector3(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5);
            yield return 5 * random.NextDouble() / vector.Length * vector;
        }
    }
    private static double Distance(RotationMatrix a, RotationMatrix b) =>
        Elements(a).Zip(Elements(b), (p, q) => Math.Abs(p - q)).Max();

    private static double[] Elements(RotationMatrix m) => [.. Enumerable.Range(0, 9).Select(i => m[i / 3, i % 3])];

    private static Func<double, double, bool> Within(double tolerance) => (a, b) => Math.Abs(a - b) <= tolerance;
}
