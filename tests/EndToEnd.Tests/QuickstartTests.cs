using System.Globalization;
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
            ExportedParticles.Difference(cs, star, i).Should().BeLessThan(1e-5);
        Directory.GetFiles(folder.File("exports/quickstart/maps"), "class_*.mrc").Should().HaveCount(9, "three classes with half maps");

        var second = await HostProcess.RunAsync(folder.FullPath, "run", HostProcess.Workflow("quickstart.yaml"));
        second.ExitCode.Should().Be(0, second.Output);
        second.Output.Should().NotContain("steps run").And.Contain("adjusted_rand_index");
    }

    private static ParticleSet Read(TemporaryFolder folder, string name) =>
        ExportedParticles.Read(folder.File("exports/quickstart/" + name));
}
