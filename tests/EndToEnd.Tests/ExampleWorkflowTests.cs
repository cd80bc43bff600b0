using System.Globalization;
using Testing;

namespace EndToEnd.Tests;

/// <summary>The workflows that show what masks and scales are for.</summary>
public sealed class ExampleWorkflowTests
{
    [Fact]
    public async Task What_varies_is_masked_and_classified()
    {
        using var folder = new TemporaryFolder();
        var measures = await Measures(folder, "automatic-focus", "params.particles=1000");
        measures["adjusted_rand_index"].Should().BeGreaterThan(0.9);
        Directory.GetFiles(folder.File("exports/automatic-focus/mask"), "*.mrc").Should().ContainSingle();
    }

    [Fact]
    public async Task Modes_of_the_scale_are_parted()
    {
        using var folder = new TemporaryFolder();
        var measures = await Measures(folder, "scale-modes", "params.particles=600");
        measures["scale_correlation"].Should().BeGreaterThan(0.95);
        var selected = ExportedParticles.Read(folder.File("exports/scale-modes/selected.star"));
        selected.Particles.Length.Should().BeInRange(270, 330, "half of the particles are in either mode");
        selected.Particles.Average(particle => particle.Scale).Should().BeApproximately(1.25f, 0.05f);
    }

    private static async Task<Dictionary<string, double>> Measures(TemporaryFolder folder, string name, string setting)
    {
        var run = await HostProcess.RunAsync(folder.FullPath, "run", HostProcess.Workflow(name + ".yaml"), "--set", setting);
        run.ExitCode.Should().Be(0, run.Output);
        return File.ReadAllLines(folder.File($"exports/{name}/agreement.csv")).Skip(1).Select(line => line.Split(','))
            .Where(words => words[1].Length > 0)
            .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));
    }
}
