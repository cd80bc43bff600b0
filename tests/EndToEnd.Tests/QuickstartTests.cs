using System.Globalization;
using System.Numerics;
using SingleParticle.Geometry;
using SingleParticle.Particles;
using Testing;

namespace EndToEnd.Tests;

/// <summary>The workflow that the README begins with.</summary>
public sealed class QuickstartTests
{
    [Fact]
    public async Task The_quickstart_finds_the_states_of_the_simulated_complex_and_is_not_run_twice()
    {
        using var folder = new TemporaryFolder();
        var first = await HostProcess.RunAsync(folder.FullPath, "run", HostProcess.Workflow("quickstart.yaml"));
        first.ExitCode.Should().Be(0, first.Output);
        first.Output.Should().Contain("Agreement with the truth").And.Contain("6 steps run");
        var measures = File.ReadAllLines(folder.File("exports/quickstart/agreement.csv")).Skip(1).Select(line => line.Split(','))
            .Where(words => words[1].Length > 0)
            .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));
        measures["adjusted_rand_index"].Should().BeGreaterThan(0.97);
        measures["accuracy"].Should().BeGreaterThan(0.99);
        measures["scale_correlation"].Should().BeGreaterThan(0.75);

        var (cs, star) = (Read(folder, "cryosparc/particles.cs"), Read(folder, "selected.star"));
        cs.Particles.Length.Should().BeGreaterThan(850);
        star.Particles.Length.Should().Be(cs.Particles.Length);
        star.Table.ReadClasses()!.ClassIndex.Should().Equal(cs.Table.ReadClasses()!.ClassIndex);
        for (var i = 0; i < cs.Particles.Length; i++)
            Difference(cs, star, i).Should().BeLessThan(1e-5);
        Directory.GetFiles(folder.File("exports/quickstart/maps"), "class_*.mrc").Should().HaveCount(9, "three classes with half maps");

        var second = await HostProcess.RunAsync(folder.FullPath, "run", HostProcess.Workflow("quickstart.yaml"));
        second.ExitCode.Should().Be(0, second.Output);
        second.Output.Should().NotContain("steps run").And.Contain("adjusted_rand_index");
    }

    private static ParticleSet Read(TemporaryFolder folder, string name)
    {
        var path = folder.File("exports/quickstart/" + name);
        string[] slots = ["blob", "ctf", "alignments3D", "alignments3D_multi"];
        var reading = ParticleSetReader.Read(new ParticleSource(slots.ToDictionary(slot => slot, _ => path), []));
        reading.Problems.Should().BeEmpty();
        return reading.Set!;
    }

    /// <summary>
    /// Largest difference in pose, shift (Å), scale and, relatively, defocus; infinite where the images are not the same.
    /// </summary>
    private static double Difference(ParticleSet first, ParticleSet second, int row)
    {
        var (a, b) = (first.Particles[row], second.Particles[row]);
        if (a.Uid != b.Uid || a.ImageIndex != b.ImageIndex || first.ImageFiles[a.ImageFileIndex] != second.ImageFiles[b.ImageFileIndex])
            return double.PositiveInfinity;
        var turn = Rotations.PoseMatrix(a.RotationVectorRadians) * Rotations.PoseMatrix(b.RotationVectorRadians).Transpose();
        double[] differences =
        [
            Rotations.Logarithm(turn).Length,
            Vector2.Distance(a.ShiftAngstrom, b.ShiftAngstrom),
            Math.Abs(a.Scale - b.Scale),
            Math.Abs((a.DefocusUAngstrom / b.DefocusUAngstrom) - 1),
            Math.Abs((a.DefocusVAngstrom / b.DefocusVAngstrom) - 1),
        ];
        return differences.Max();
    }
}
