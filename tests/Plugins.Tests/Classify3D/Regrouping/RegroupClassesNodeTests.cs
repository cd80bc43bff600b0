using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D;
using Plugins.Tests.Classify3D.Planted;
using SingleParticle.Formats.Mrc;
using Testing;
using Testing.Jobs;

namespace Plugins.Tests.Classify3D.Regrouping;

public class RegroupClassesNodeTests(NoisyPlantedStates fixture) : IClassFixture<NoisyPlantedStates>
{
    [SharedDataTheory(SmokeRun.Folder)]
    [InlineData(".cs")]
    [InlineData(".star")]
    public async Task Classes_that_share_their_particles_become_one_with_the_sum_of_their_posteriors(string extension)
    {
        using var planted = new PlantedClasses(SmokeRun.Particles(extension));
        using var context = PlantedClasses.Job(planted.WithPosteriors(), []);

        var result = await PlantedClasses.Run(context);

        PlantedClasses.GroupsOf(result).Should().Equal("1", "2", "1", "2");
        var classes = SmokeRun.Read(result.Outputs["particles"][0]).Table.ReadClasses()!;
        classes.ClassCount.Should().Be(2);
        classes.ClassIndex.Should().Equal(planted.States, "the larger state is the first group");
        classes.Posteriors.Should().OnlyContain(value => Math.Abs(value - 0.98f) < 1e-5f || Math.Abs(value - 0.02f) < 1e-5f);
    }

    [SharedDataTheory(SmokeRun.Folder)]
    [InlineData(".cs")]
    [InlineData(".star")]
    public async Task The_sets_of_the_groups_are_disjoint_and_complete_and_the_largest_is_first(string extension)
    {
        using var planted = new PlantedClasses(SmokeRun.Particles(extension));
        using var context = PlantedClasses.Job(planted.WithPosteriors(), [], "groups", "3");

        var result = await PlantedClasses.Run(context);

        var sets = result.Outputs["group_particles"];
        sets.Should().HaveCount(3);
        sets.Select(set => set.Header.Count).Should().BeInDescendingOrder();
        sets.SelectMany(set => SmokeRun.Read(set).Particles).Select(particle => particle.Uid).Should().OnlyHaveUniqueItems()
            .And.BeEquivalentTo(SmokeRun.Read(SmokeRun.Particles(extension)).Particles.Select(particle => particle.Uid));
    }

    [Fact]
    public async Task Without_posteriors_classes_are_merged_by_their_maps_and_noise_does_not_keep_them_apart()
    {
        using var planted = new PlantedClasses(fixture.Particles.Item);
        using var context = PlantedClasses.Job(planted.WithClassesOnly(), planted.Volumes(noise: 0.3));

        var result = await PlantedClasses.Run(context);

        PlantedClasses.GroupsOf(result).Should().Equal("1", "2", "1", "2");
        SmokeRun.Read(result.Outputs["particles"][0]).Table.ReadClasses()!.ClassIndex.Should().Equal(planted.States);
        result.Diagnostics.Should().ContainSingle(diagnostic => diagnostic.Code == "ONE_DISTANCE");
    }

    [Fact]
    public async Task Maps_of_groups_are_the_means_of_those_of_their_classes_weighted_by_size()
    {
        using var planted = new PlantedClasses(fixture.Particles.Item);
        var volumes = planted.Volumes(noise: 0.3);
        using var context = PlantedClasses.Job(planted.WithPosteriors(), volumes);

        var result = await PlantedClasses.Run(context);

        foreach (var slot in new[] { "map", "map_half_A", "map_half_B" })
        {
            var (first, third) = (MrcVolumeReader.Read(volumes[0].PathOf(slot)), MrcVolumeReader.Read(volumes[2].PathOf(slot)));
            var (a, c) = (SizeOf(planted, 0), SizeOf(planted, 2));
            var merged = MrcVolumeReader.Read(result.Outputs["volumes"][0].PathOf(slot));
            for (var i = 0; i < merged.Values.Length; i += 97)
                merged.Values[i].Should().BeApproximately((float)(((a * first.Values[i]) + (c * third.Values[i])) / (a + c)), 1e-5f);
        }
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(0.5, 2)]
    [InlineData(1, 1)]
    public async Task The_higher_the_threshold_the_fewer_groups_are_left(double threshold, int expected)
    {
        using var planted = new PlantedClasses(fixture.Particles.Item);
        using var context = PlantedClasses.Job(planted.WithPosteriors(), [], "threshold", FormattableString.Invariant($"{threshold}"));
        var result = await PlantedClasses.Run(context);
        result.Outputs["group_particles"].Should().HaveCount(expected);
    }

    [Fact]
    public async Task What_classes_are_compared_by_can_be_chosen()
    {
        using var planted = new PlantedClasses(fixture.Particles.Item);
        // By their maps classes 1 and 2 are alike, by their particles 1 and 3.
        var volumes = planted.Volumes(noise: 0.1);
        IReadOnlyList<DataItem> shuffled = [volumes[0], volumes[2], volumes[1], volumes[3]];

        (await Groups("posteriors")).Should().Equal("1", "2", "1", "2");
        var byMaps = await Groups("maps");
        byMaps[0].Should().Be(byMaps[1]).And.NotBe(byMaps[2]);
        byMaps[2].Should().Be(byMaps[3]);

        async Task<string[]> Groups(string by)
        {
            using var context = PlantedClasses.Job(planted.WithPosteriors(), shuffled, "regroup_by", by);
            return PlantedClasses.GroupsOf(await PlantedClasses.Run(context));
        }
    }

    [Fact]
    public async Task The_mask_says_where_maps_are_compared()
    {
        using var planted = new PlantedClasses(fixture.Particles.Item);
        using var folder = new TemporaryFolder();
        var volumes = planted.Volumes(noise: 0.1);
        using var context = PlantedClasses.Job(planted.WithClassesOnly(), volumes, "groups", "2");
        // Only noise is in the corner: what tells the states apart is outside the mask.
        var mask = PlantedStates.Map(0);
        Array.Clear(mask.Values);
        mask.Values.AsSpan(0, 200).Fill(1);
        MrcVolumeWriter.Write(folder.File("mask.mrc"), mask);
        context.Connect("mask", SingleParticle.Nodes.Inputs.VolumeInputs.WrittenMask(folder.File("mask.mrc"), mask));
        await PlantedClasses.Run(context);

        Largest(context).Should().NotBe(await LargestWithoutMask());

        static string Largest(TestJobContext job) => job.Artifacts["class_distances"].NumbersCsv;

        async Task<string> LargestWithoutMask()
        {
            using var plain = PlantedClasses.Job(planted.WithClassesOnly(), volumes, "groups", "2");
            await PlantedClasses.Run(plain);
            return Largest(plain);
        }
    }

    [Fact]
    public async Task What_cannot_be_regrouped_is_refused_with_a_reason()
    {
        using var planted = new PlantedClasses(fixture.Particles.Item);
        var volumes = planted.Volumes(noise: 0.1);
        await Refused("NO_CLASSES", fixture.Particles.Item, []);
        await Refused("NO_POSTERIORS", planted.WithClassesOnly(), []);
        await Refused("NO_MAPS", planted.WithPosteriors(), [], "regroup_by", "maps");
        await Refused("VOLUME_COUNT", planted.WithPosteriors(), [volumes[0]]);
        await Refused("GROUP_COUNT", planted.WithPosteriors(), [], "groups", "5");

        static async Task Refused(string code, DataItem particles, IReadOnlyList<DataItem> volumes, params string[] parameters)
        {
            using var context = PlantedClasses.Job(particles, volumes, parameters);
            var run = async () => await PlantedClasses.Run(context);
            (await run.Should().ThrowAsync<JobFailedException>()).Which.Diagnostics.Should().Contain(found => found.Code == code);
        }
    }

    [Fact]
    public async Task What_is_delivered_is_what_was_promised()
    {
        using var planted = new PlantedClasses(fixture.Particles.Item);
        using var context = PlantedClasses.Job(planted.WithPosteriors(), planted.Volumes(noise: 0.1), "groups", "2");
        var node = new RegroupClassesNode();

        var (plan, result) = (await node.PlanAsync(context, default), await node.RunAsync(context, default));

        plan.Diagnostics.Should().BeEmpty();
        foreach (var output in node.Descriptor.Outputs)
        {
            result.Outputs[output.Name].Should().HaveCount(plan.Outputs[output.Name].Count, output.Name);
            result.Outputs[output.Name].SelectMany(item => item.Slots).Should().OnlyContain(slot => File.Exists(slot.Path), output.Name);
        }

        context.Artifacts.Names.Should().BeEquivalentTo("class_tree", "class_distances");
    }

    private static double SizeOf(PlantedClasses planted, int k) =>
        planted.Posteriors.Where((_, i) => i % PlantedClasses.ClassCount == k).Sum(value => (double)value);
}
