using Host.Abstractions.Running;
using Plugin.Classify3D;
using Plugin.Classify3D.FullResolution;
using SingleParticle.Formats.Mrc;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Plugins.Tests.Classify3D.FullResolution;

public sealed class FullResolutionTests(FullResolutionRun run) : IClassFixture<FullResolutionRun>
{
    [Fact]
    public void Class_maps_from_uncropped_images_show_what_the_working_box_cannot_hold()
    {
        var (truths, maps) = (run.Phantom.StateMaps(), Maps("full_resolution_volumes"));
        maps.Should().HaveCount(2);
        foreach (var map in maps)
        {
            map.BoxVoxels.Should().Be(FullResolutionRun.Box);
            map.PixelSizeAngstrom.Should().BeApproximately(FullResolutionRun.PixelSizeAngstrom, 1e-5);
            var curves = truths.Select(truth => FourierShellCorrelation.Between(truth, map)).ToList();
            var best = curves.MaxBy(curve => curve.Values.Sum())!;
            best.ResolutionAngstrom(0.5).Should().BeLessThan(0.75 * FullResolutionRun.TargetAngstrom);
        }
    }

    [Fact]
    public void They_agree_with_the_maps_on_the_working_box_as_far_as_those_go()
    {
        var (whole, working) = (Maps("full_resolution_volumes"), Maps("volumes"));
        for (var k = 0; k < whole.Length; k++)
        {
            var cropped = SingleParticle.Fourier.VolumeResampler.Resample(whole[k], working[k].BoxVoxels);
            var curve = FourierShellCorrelation.Between(cropped, working[k]);
            curve.Values.Take(3 * working[k].BoxVoxels / 8).Should().OnlyContain(value => value > 0.9);
        }
    }

    [Fact]
    public void They_come_with_half_maps_their_correlation_and_a_chart()
    {
        foreach (var item in run.Result.Outputs["full_resolution_volumes"])
        {
            foreach (var slot in new[] { "map_half_A", "map_half_B" })
                MrcVolumeReader.Read(item.PathOf(slot)).BoxVoxels.Should().Be(FullResolutionRun.Box);
        }

        foreach (var item in run.Result.Outputs["full_resolution_fsc"])
            File.ReadAllLines(item.PathOf("table")).Should().HaveCount(1 + (FullResolutionRun.Box / 2), "one row a shell below Nyquist");
        run.Context.Artifacts.Names.Should().Contain(FullResolutionMaps.ChartName);
        File.ReadAllText(run.Result.Outputs["report"][0].PathOf("page")).Should().Contain("figure-" + FullResolutionMaps.ChartName);
    }

    [Fact]
    public async Task The_plan_promises_them_and_counts_what_they_need()
    {
        var node = new Classify3DNode();
        var with = await node.PlanAsync(run.Context, default);
        using var plain = FullResolutionRun.Job(run.Phantom, wanted: false);
        var without = await node.PlanAsync(plain, default);
        with.Outputs["full_resolution_volumes"].Should().HaveCount(2).And.OnlyContain(item =>
            item.Header.BoxPixels == FullResolutionRun.Box);
        without.Outputs["full_resolution_volumes"].Should().BeEmpty();
        with.Resources.ScratchBytes.Should().BeGreaterThan(2 * without.Resources.ScratchBytes);
        with.Resources.OutputBytes.Should().BeGreaterThan(2 * without.Resources.OutputBytes);
        with.Resources.MemoryBytes.Should().BeGreaterThan(without.Resources.MemoryBytes);
        with.Resources.CpuSeconds.Should().BeGreaterThan(without.Resources.CpuSeconds);
    }

    [Theory]
    [InlineData(1L << 40, 100)]
    [InlineData(1L << 30, 3)]
    [InlineData(0, 1)]
    public void The_less_memory_the_fewer_classes_are_made_at_a_time(long memoryBytes, int expected) =>
        FullResolutionPass.ClassesPerLot(new GrantedResources(2, memoryBytes), 256, 100).Should().BeCloseTo(expected, (uint)(expected / 2));

    [Fact]
    public async Task In_lots_of_one_class_the_maps_are_the_same()
    {
        using var context = FullResolutionRun.Job(run.Phantom, wanted: true, memoryBytes: 1);
        var result = await new Classify3DNode().RunAsync(context, default);
        for (var k = 0; k < 2; k++)
            MrcVolumeReader.Read(result.Outputs["full_resolution_volumes"][k].PathOf("map")).Values
                .Should().Equal(MrcVolumeReader.Read(run.Result.Outputs["full_resolution_volumes"][k].PathOf("map")).Values);
    }

    private Volume[] Maps(string output) =>
        [.. run.Result.Outputs[output].Select(item => MrcVolumeReader.Read(item.PathOf("map")))];
}
