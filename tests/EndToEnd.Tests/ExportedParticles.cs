using System.Numerics;
using SingleParticle.Geometry;
using SingleParticle.Particles;

namespace EndToEnd.Tests;

/// <summary>Reads exported particles back and compares them with others.</summary>
internal static class ExportedParticles
{
    private static readonly string[] Slots = ["blob", "ctf", "alignments3D", "alignments3D_multi"];

    /// <summary>Reads a `.cs`, `.csg` or `.star`; fails the test when there is anything wrong with it.</summary>
    /// <param name="path">Full path.</param>
    public static ParticleSet Read(string path)
    {
        var reading = ParticleSetReader.Read(new ParticleSource(Slots.ToDictionary(slot => slot, _ => path), []));
        reading.Problems.Should().BeEmpty();
        return reading.Set!;
    }

    /// <summary>
    /// Largest difference in pose (radians), shift (Å), scale, CTF angles (radians), B-factor (Å²) and, relatively, defocus of one
    /// particle; infinite where identity, image, half-set or optics are not the same.
    /// </summary>
    /// <param name="first">A set.</param>
    /// <param name="second">Another with the same rows.</param>
    /// <param name="row">0-based row.</param>
    public static double Difference(ParticleSet first, ParticleSet second, int row)
    {
        var (a, b) = (first.Particles[row], second.Particles[row]);
        if (a.Uid != b.Uid || a.ImageIndex != b.ImageIndex || first.ImageFiles[a.ImageFileIndex] != second.ImageFiles[b.ImageFileIndex]
            || a.HalfSet != b.HalfSet)
            return double.PositiveInfinity;
        var turn = Rotations.PoseMatrix(a.RotationVectorRadians) * Rotations.PoseMatrix(b.RotationVectorRadians).Transpose();
        double[] differences =
        [
            Rotations.Logarithm(turn).Length,
            Vector2.Distance(a.ShiftAngstrom, b.ShiftAngstrom),
            Math.Abs(a.Scale - b.Scale),
            Math.Abs((a.DefocusUAngstrom / b.DefocusUAngstrom) - 1),
            Math.Abs((a.DefocusVAngstrom / b.DefocusVAngstrom) - 1),
            Math.Abs(a.DefocusAngleRadians - b.DefocusAngleRadians),
            Math.Abs(a.PhaseShiftRadians - b.PhaseShiftRadians),
            Math.Abs(a.CtfBFactorAngstromSquared - b.CtfBFactorAngstromSquared),
            OpticsDifference(first, second, row),
        ];
        return differences.Max();
    }

    private static double OpticsDifference(ParticleSet first, ParticleSet second, int row)
    {
        var a = first.OpticsGroups[first.Particles[row].OpticsGroupIndex];
        var b = second.OpticsGroups[second.Particles[row].OpticsGroupIndex];
        if (a.BoxPixels != b.BoxPixels || a.ContrastSign != b.ContrastSign)
            return double.PositiveInfinity;
        double[] differences =
        [
            (a.VoltageKv / b.VoltageKv) - 1,
            a.SphericalAberrationMm - b.SphericalAberrationMm,
            a.AmplitudeContrast - b.AmplitudeContrast,
            (a.PixelSizeAngstrom / b.PixelSizeAngstrom) - 1,
            a.BeamTiltMilliradians.X - b.BeamTiltMilliradians.X,
            a.BeamTiltMilliradians.Y - b.BeamTiltMilliradians.Y,
            .. a.AnisotropicMagnification.Zip(b.AnisotropicMagnification, (x, y) => x - y),
        ];
        return differences.Max(Math.Abs);
    }
}
