using System.Globalization;
using Plugin.Classify3D;
using Plugin.Classify3D.Initialization;
using Plugins.Tests.Classify3D.Planted;
using SingleParticle.Estimation.Subspace;
using SingleParticle.Estimation.Subspace.Mixtures;
using SingleParticle.Fourier;
using SingleParticle.Particles;
using SingleParticle.Projection;
using SingleParticle.Volumes;

namespace Plugins.Tests.Classify3D.Initialization;

public class SubspaceStartTests : IClassFixture<TwoPlantedStates>
{
    private static readonly string[] Short = ["online_epochs", "0", "max_full_iterations", "1", "init_mode", "subspace"];

    private readonly PlantedParticles _particles;

    public SubspaceStartTests(TwoPlantedStates states) => _particles = states.Particles;

    [Fact]
    public async Task The_plan_counts_the_time_of_every_eight_components_and_of_the_mixture()
    {
        var (whole, passes) = (new List<double>(), new List<double>());
        foreach (var components in new[] { 4, 8, 12, 20 })
        {
            using var context = PlantedRun.Job(
                _particles.Item, "init_mode", "subspace", "subspace_components", components.ToString(CultureInfo.InvariantCulture));
            whole.Add((await new Classify3DNode().PlanAsync(context, default)).Resources.CpuSeconds);
            passes.Add(whole[^1] - LatentMixture.Seconds(_particles.Item.Header.Count!.Value, components, 2));
        }

        whole.Should().BeInAscendingOrder();
        passes[1].Should().BeApproximately(passes[0], 1e-6);
        (passes[3] - passes[2]).Should().BeApproximately(passes[2] - passes[1], 1e-6).And.BeGreaterThan(0);
    }

    [Fact]
    public async Task One_iteration_after_the_start_the_planted_states_are_found_with_every_choice_of_components_and_resolution()
    {
        foreach (var (components, resolution) in new[] { ("auto", "12 Å"), ("1", "12 Å"), ("4", "20 Å") })
        {
            using var context = PlantedRun.Job(
                _particles.Item, [.. Short, "subspace_components", components, "subspace_resolution_angstrom", resolution]);
            var result = await PlantedRun.Run(context);
            PlantedRun.RandIndex(context, result, _particles.States).Should().BeGreaterThan(0.9);
            var expected = components == "auto" ? 4 : int.Parse(components, System.Globalization.CultureInfo.InvariantCulture);
            PlantedRun.Series(context, "RMS of subspace component relative to consensus").Should().HaveCount(expected);
        }
    }

    [Fact]
    public async Task A_part_of_the_particles_is_enough_to_start_from()
    {
        using var context = PlantedRun.Job(_particles.Item, [.. Short, "subspace_particles", "150"]);
        var result = await PlantedRun.Run(context);
        PlantedRun.RandIndex(context, result, _particles.States).Should().BeGreaterThan(0.9);
    }

    [Fact]
    public void What_particles_say_of_coordinates_is_what_direct_sums_say()
    {
        using var planted = new PlantedProblem(_particles);
        var problem = planted.Problem;
        var plan = new SlicePlan(
            problem.Engine.Plan.Grid, problem.Engine.Data.ImageBoxPixels, problem.Engine.Data.Plane, LowShells.Divided);
        Volume[] maps = [problem.Consensus.Map.Map, problem.Consensus.Map.HalfA];
        var subspace = SubspaceStart.ProblemOf(problem, maps[0]);
        using var residual = ResidualParticles.Create(subspace, plan, [3, 7], maps[0], default);
        var latent = LatentParticles.Project(subspace, residual, maps, default);
        for (var i = 0; i < 2; i++)
        {
            var (precision, projection) = Direct(problem, plan, maps, residual.Records[i]);
            for (var q = 0; q < 4; q++)
                latent.Precision(i)[q].Should().BeApproximately(precision[q], 1e-3 * precision[0]);
            for (var q = 0; q < 2; q++)
                latent.Projection(i)[q].Should().BeApproximately(projection[q], 1e-3 * precision[0]);
        }
    }

    [Fact]
    public void Each_half_set_is_projected_onto_the_components_of_the_other()
    {
        using var planted = new PlantedProblem(_particles);
        var problem = planted.Problem;
        var data = problem.Engine.Data;
        var plan = new SlicePlan(problem.Engine.Plan.Grid, data.ImageBoxPixels, data.Plane, LowShells.Divided);
        var consensus = problem.Consensus.Map;
        int[] records =
        [
            Array.FindIndex(data.HalfSets, half => half == HalfSet.A), Array.FindIndex(data.HalfSets, half => half == HalfSet.B),
        ];
        var subspace = SubspaceStart.ProblemOf(problem, consensus.Map);
        using var residual = ResidualParticles.Create(subspace, plan, records, consensus.Map, default);
        var components = new SubspaceComponents([consensus.Map], [consensus.HalfA], [consensus.HalfB]);
        var across = LatentParticles.ProjectAcross(subspace, residual, components, default);
        var onB = LatentParticles.Project(subspace, residual, components.HalfB, default);
        var onA = LatentParticles.Project(subspace, residual, components.HalfA, default);
        across.Projection(0)[0].Should().Be(onB.Projection(0)[0]).And.NotBe(onA.Projection(0)[0]);
        across.Projection(1)[0].Should().Be(onA.Projection(1)[0]).And.NotBe(onB.Projection(1)[0]);
    }

    private static (double[] Precision, double[] Projection) Direct(
        Plugin.Classify3D.ClassificationProblem problem, SlicePlan plan, Volume[] maps, int record)
    {
        var data = problem.Engine.Data;
        var (scale, weights) = (problem.Scale[record], problem.Consensus.Noise.Weights[data.NoiseGroups[record]]);
        var slices = Array.ConvertAll(maps, map =>
        {
            using var projector = new Projector(plan, map, 1);
            var slice = new ComplexFloat[plan.PixelCount];
            projector.Slice(data.Frames[record], slice);
            return slice;
        });
        var (precision, projection) = (new double[4], new double[2]);
        for (var shell = 0; shell < plan.ShellCount; shell++)
        {
            for (var j = plan.ShellStarts[shell]; j < plan.ShellStarts[shell + 1]; j++)
            {
                double power = data.Powers(record)[j];
                for (var q = 0; q < 2; q++)
                {
                    var (real, imaginary) = ((double)slices[q][j].Real, (double)slices[q][j].Imaginary);
                    var left = data.Data(record)[2 * j] - (scale * power * slices[0][j].Real);
                    var right = data.Data(record)[(2 * j) + 1] - (scale * power * slices[0][j].Imaginary);
                    projection[q] += scale * weights[shell] * ((real * left) + (imaginary * right));
                    for (var r = 0; r < 2; r++)
                        precision[(2 * q) + r] += scale * scale * weights[shell] * power
                            * ((real * slices[r][j].Real) + (imaginary * slices[r][j].Imaginary));
                }
            }
        }

        return (precision, projection);
    }
}
