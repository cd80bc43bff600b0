using Host.Abstractions.Ports;
using Plugin.Classify3D;
using Plugin.Phantom;
using Testing.Jobs;

namespace Plugins.Tests.Classify3D.Evidence;

public class ClassEvidenceTests
{
    [Fact]
    public async Task A_homogeneous_set_has_nothing_to_separate()
    {
        using var simulation = await Simulate("homogeneous");
        using var job = Classify(simulation, 3);
        var result = await new Classify3DNode().RunAsync(job, default);
        result.Diagnostics.Select(diagnostic => diagnostic.Code).Should().Contain("NOTHING_TO_SEPARATE");
        var table = result.Summary.Single(summary => summary.Title == "Classes that look alike");
        table.Rows.Should().HaveCount(3, "every two of three classes are alike");
        job.Artifacts["class_differences"].NumbersCsv.Should().NotContain("different");
    }

    [Fact]
    public async Task Classes_of_different_states_are_told_apart_and_halves_of_one_state_are_not()
    {
        using var simulation = await Simulate("compositional", ("populations", "0.5, 0.5"));
        using var job = Classify(simulation, 3);
        var result = await new Classify3DNode().RunAsync(job, default);
        var codes = result.Diagnostics.Select(diagnostic => diagnostic.Code);
        codes.Should().Contain("LOOK_ALIKE_CLASSES").And.NotContain("NOTHING_TO_SEPARATE");
        var verdicts = job.Artifacts["class_differences"].NumbersCsv.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')[^1]);
        verdicts.Should().HaveCount(3).And.ContainSingle(verdict => verdict == "alike");
    }

    private static async Task<TestJobContext> Simulate(string scenario, params (string Name, string Value)[] settings)
    {
        var context = new TestJobContext { Seed = 5 }
            .Set("scenario", scenario).Set("particles", "800").Set("box_pixels", "32").Set("pixel_size_angstrom", "8").Set("snr", "0.2");
        foreach (var (name, value) in settings)
            context.Set(name, value);
        await new SimulateNode().RunAsync(context, default);
        return context;
    }

    private static TestJobContext Classify(TestJobContext simulation, int classCount)
    {
        var path = Path.Combine(simulation.OutputFolder, "particles.cs");
        var item = new DataItem
        {
            Type = DataTypes.Particles,
            Slots = [new("blob", path), new("ctf", path), new("alignments3D", path)],
            SearchRoots = [simulation.OutputFolder],
        };
        return new TestJobContext { Seed = 3 }
            .Connect("particles", item).Set("classes", $"{classCount}").Set("target_resolution_angstrom", "17");
    }
}
