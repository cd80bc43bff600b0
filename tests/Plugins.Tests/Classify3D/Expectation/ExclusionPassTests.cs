using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Schedules;
using Plugins.Tests.Classify3D.Planted;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;
using SingleParticle.Volumes;
using Testing;

namespace Plugins.Tests.Classify3D.Expectation;

public class ExclusionPassTests
{
    private const int ClassCount = 12;
    private static readonly int[] FirstRecord = [0];

    [Fact]
    public void A_pass_that_rules_classes_out_sorts_particles_as_one_that_compares_all()
    {
        using var particles = new PlantedParticles(new PlantedOptions { Shares = [0.4, 0.3, 0.3], NoiseToSignal = 1 });
        var (all, ruledOut) = (Pass(particles, "0"), Pass(particles, "1e-6"));
        // Posteriors of exactly 0 are those too small for single precision or of classes ruled out.
        ruledOut.Posteriors.Count(posterior => posterior == 0).Should()
            .BeGreaterThan(all.Posteriors.Count(posterior => posterior == 0) + (all.Posteriors.Length / 10));
        all.Posteriors.Zip(ruledOut.Posteriors, (one, other) => Math.Abs(one - other)).Max().Should().BeLessThan(1e-4f);
        for (var start = 0; start < all.Posteriors.Length; start += ClassCount)
        {
            ClassPosteriors.Largest(ruledOut.Posteriors.AsSpan(start, ClassCount), (ulong)start).Should()
                .Be(ClassPosteriors.Largest(all.Posteriors.AsSpan(start, ClassCount), (ulong)start));
        }

        all.Result.ComparedPercent.Should().BeApproximately(100, 1e-9);
        ruledOut.Result.ComparedPercent.Should().BeInRange(1, 99);
        ruledOut.Result.MeanLogLikelihood.Should().BeApproximately(all.Result.MeanLogLikelihood, 1e-4);
        ruledOut.Result.Noise.Power[0].Zip(all.Result.Noise.Power[0], (one, other) => Math.Abs(one - other) / (other + 1e-20)).Max()
            .Should().BeLessThan(1e-5);
    }

    [Fact]
    public void Own_shares_are_taken_off_as_far_as_the_shells_have_been_compared()
    {
        using var particles = new PlantedParticles(new PlantedOptions { Count = 60 });
        using var planted = new PlantedProblem(particles);
        // [stage, class it is in, class]: the particle in class 0 has its own noise there, but only from the second stage on.
        var ownShare = new OwnShareCorrection([0, 0, 0, 0, 20, 0, 0, 0], 2);
        float[] posteriors = [1, 0];
        var exclusion = ClassExclusion.For(planted.Problem, [0, 0], ownShare, posteriors, FirstRecord)!;
        bool[] ruledOut = [false, false];
        exclusion.RuleOut(0, 0, [5, 5], [5, 5], ruledOut);
        ruledOut.Should().Equal(false, false);
        exclusion.RuleOut(0, 1, [5, 5], [5, 5], ruledOut);
        ruledOut.Should().Equal(true, false);
    }

    [Fact]
    public void Nothing_is_ruled_out_where_the_job_wants_all_classes_compared()
    {
        using var particles = new PlantedParticles(new PlantedOptions { Count = 60 });
        using var planted = new PlantedProblem(particles, "class_exclusion_probability", "0");
        ClassExclusion.For(planted.Problem, [0, 0], new OwnShareCorrection([], 2), new float[] { 1, 0 }, FirstRecord).Should().BeNull();
    }

    /// <remarks>
    /// Where two classes have one state, particles go to either by lot if both are within 2 % of being equally likely; which of them are
    /// is a matter of rounding after some iterations, with or without classes ruled out.
    /// </remarks>
    [SharedDataFact("data/complex64/particles.cs")]
    public async Task A_job_on_a_check_set_sorts_particles_as_one_that_compares_all_but_for_draws_between_equal_classes()
    {
        var (all, ruledOut) = (await Classes("0"), await Classes("1e-6"));
        ruledOut.Posteriors!.Count(posterior => posterior == 0).Should().BeGreaterThan(all.Posteriors!.Length / 5);
        all.Posteriors!.Zip(ruledOut.Posteriors!, (one, other) => Math.Abs(one - other)).Max().Should().BeLessThan(0.02f);
        var changed = Enumerable.Range(0, all.ClassIndex.Length).Where(i => all.ClassIndex[i] != ruledOut.ClassIndex[i]).ToArray();
        changed.Should().HaveCountLessThan(all.ClassIndex.Length / 200);
        changed.Where(i => !IsDraw(all, i, ruledOut.ClassIndex[i])).Should().BeEmpty();
    }

    private static bool IsDraw(ParticleClasses classes, int particle, int otherClass)
    {
        var posteriors = classes.PosteriorsOf(particle);
        return posteriors[otherClass] > 0.97f * posteriors.Max();
    }

    private static async Task<ParticleClasses> Classes(string probability)
    {
        var path = SharedData.Require("data/complex64/particles.cs");
        var item = new DataItem
        {
            Type = DataTypes.Particles,
            Slots = [.. ParticleInputs.PosedSlots.Select(slot => new DataSlot(slot, path))],
            SearchRoots = [Path.GetDirectoryName(path)!],
        };
        using var context = PlantedRun.Job(
            item, new GrantedResources(2, 1L << 32), null,
            "init_mode", "subspace", "subspace_particles", "1000", "target_resolution_angstrom", "8", "classes", "10",
            "evidence_rounds", "0", "max_full_iterations", "3", "class_exclusion_probability", probability);
        return PlantedRun.ClassesOf(context, await PlantedRun.Run(context));
    }

    private static (PassResult Result, float[] Posteriors) Pass(PlantedParticles particles, string probability)
    {
        using var planted = new PlantedProblem(particles, "class_exclusion_probability", probability, "target_resolution_angstrom", "8");
        var problem = planted.Problem;
        // Three states, each in four sizes.
        Volume[] maps = [.. Enumerable.Range(0, ClassCount).Select(k => Fainter(PlantedStates.Map(k % 3), 1 - (0.02f * (k / 3))))];
        using var state = ClassificationState.Start(
            problem, [.. maps.Select(map => problem.Consensus.Map with { Map = map })]);
        var request = new PassRequest { Records = problem.UsableRecords, Posteriors = state.Posteriors, Statistics = null };
        return (ParticlePass.Run(problem, state, request, _ => { }, default), state.Posteriors.ToArray());
    }

    private static Volume Fainter(Volume map, float factor) => map.WithValues(Array.ConvertAll(map.Values, value => factor * value));
}
