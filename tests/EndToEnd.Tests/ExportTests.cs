using Host.Runner.Commands;
using SingleParticle.Particles;
using SingleParticle.Statistics;

namespace EndToEnd.Tests;

/// <summary>What the host exports is what it classified, in the forms of both packages, and can be classified again.</summary>
[Collection(SimulatedSet.Collection)]
public sealed class ExportTests(SimulatedSet set)
{
    private const double FloatPrecision = 1e-5;

    [Theory]
    [InlineData("cs/particles.cs")]
    [InlineData("cs/particles.csg")]
    [InlineData("all.star")]
    public void Exported_particles_have_the_poses_shifts_optics_and_CTF_that_they_came_with(string name)
    {
        var (input, exported) = (ExportedParticles.Read(Path.Combine(set.Data, "particles.star")), Exported(name));
        exported.Particles.Length.Should().Be(input.Particles.Length);
        Particle[] scaled = [.. input.Particles.Zip(exported.Particles, (before, after) => before with { Scale = after.Scale })];
        var rescaled = input with { Particles = scaled };
        for (var row = 0; row < scaled.Length; row++)
            ExportedParticles.Difference(rescaled, exported, row).Should().BeLessThan(FloatPrecision, "row {0} came through", row);
    }

    [Fact]
    public void Both_exports_hold_the_same_classes_posteriors_and_scales()
    {
        var (cs, star) = (Exported("cs/particles.csg"), Exported("all.star"));
        var (csClasses, starClasses) = (cs.Table.ReadClasses()!, star.Table.ReadClasses()!);
        starClasses.ClassIndex.Should().Equal(csClasses.ClassIndex);
        starClasses.ClassCount.Should().Be(2).And.Be(csClasses.ClassCount);
        for (var row = 0; row < cs.Particles.Length; row++)
        {
            ExportedParticles.Difference(cs, star, row).Should().BeLessThan(FloatPrecision, "row {0}", row);
            var posteriors = starClasses.PosteriorsOf(row);
            posteriors.Sum().Should().BeApproximately(1, 1e-5f);
            posteriors.Should().Equal(csClasses.PosteriorsOf(row), (a, b) => Math.Abs(a - b) < 1e-6f);
            posteriors[starClasses.ClassIndex[row]].Should().Be(posteriors.Max());
        }

        cs.Particles.Select(particle => particle.Scale).Distinct().Count().Should().BeGreaterThan(300, "each has a scale of its own");
        starClasses.Posteriors!.Distinct().Count().Should().BeGreaterThan(50, "posteriors are soft");
    }

    [Fact]
    public void A_selection_keeps_the_values_of_what_it_keeps()
    {
        var (all, good) = (Exported("all.star"), Exported("good.star"));
        var rowOfUid = all.Particles.Select((particle, row) => (particle.Uid, row)).ToDictionary(pair => pair.Uid, pair => pair.row);
        good.Particles.Should().NotBeEmpty().And.OnlyHaveUniqueItems(particle => particle.Uid);
        var rows = good.Particles.Select(particle => rowOfUid[particle.Uid]).ToArray();
        var kept = all with { Particles = [.. rows.Select(row => all.Particles[row])] };
        for (var row = 0; row < rows.Length; row++)
            ExportedParticles.Difference(kept, good, row).Should().Be(0);
    }

    [Theory]
    [InlineData("again-cs", "cryosparc: { group", "cs/particles.csg")]
    [InlineData("again-star", "relion: { star", "all.star")]
    public async Task An_export_can_be_classified_again(string name, string source, string file)
    {
        var folder = set.Folder(name);
        var again = set.Workflow($"set: {{ {source}: {Path.Combine(set.Undisturbed, "exports", file)} }} }}");
        (await SimulatedSet.RunAsync(again, folder)).ShouldEnd(ExitCode.Ok);
        var classes = ExportedParticles.Read(Path.Combine(folder, "exports", "all.star")).Table.ReadClasses()!.ClassIndex;
        AdjustedRandIndex.Of(Exported("all.star").Table.ReadClasses()!.ClassIndex, classes).Should().BeGreaterThan(0.98);
    }

    private ParticleSet Exported(string name) => ExportedParticles.Read(Path.Combine(set.Undisturbed, "exports", name));
}
