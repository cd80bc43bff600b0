using System.Runtime.Intrinsics;
using SingleParticle.Fourier;
using SingleParticle.Projection;

namespace SingleParticle.Tests.Projection;

public class SliceScorerTests
{
    private const int Box = 32;

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(11)]
    public void Sums_match_those_of_projected_slices_for_any_number_of_classes(int classCount)
    {
        var setup = new ProjectionSetup(Box, Box, 15);
        using var maps = Load(setup, classCount);
        var (power, correlation) = (new double[classCount], new double[classCount]);
        var shells = new float[classCount * setup.Plan.ShellCount * 2];
        new SliceScorer(setup.Plan).Score(setup.Particle, maps, power, correlation, shells);
        for (var k = 0; k < classCount; k++)
        {
            var (expectedPower, expectedCorrelation, expectedShells) = Oracle(setup, k);
            power[k].Should().BeApproximately(expectedPower, 1e-5 * expectedPower);
            correlation[k].Should().BeApproximately(expectedCorrelation, 1e-5 * Math.Sqrt(expectedPower * setup.Plan.PixelCount));
            for (var i = 0; i < expectedShells.Length; i++)
                ((double)shells[(k * expectedShells.Length) + i]).Should().BeApproximately(expectedShells[i], 1e-5 * expectedPower);
        }
    }

    [Fact]
    public void A_shell_without_weight_counts_for_nothing()
    {
        var setup = new ProjectionSetup(Box, Box, 15);
        using var maps = Load(setup, 2);
        var scorer = new SliceScorer(setup.Plan);
        var (power, correlation) = (new double[2], new double[2]);
        var shells = new float[2 * setup.Plan.ShellCount * 2];
        scorer.Score(setup.Particle, maps, power, correlation, shells);
        var (allPower, weight) = (power[1], setup.ShellWeights[5]);
        setup.ShellWeights[5] = 0;
        scorer.Score(setup.Particle, maps, power, correlation);
        power[1].Should().BeApproximately(allPower - (weight * shells[(setup.Plan.ShellCount * 2) + 10]), 1e-5 * allPower);
        power[1].Should().BeLessThan(allPower);
    }

    [Fact]
    public unsafe void Scalar_and_vector_kernels_agree()
    {
        var setup = new ProjectionSetup(Box, Box, 15);
        using var maps = Load(setup, 8);
        var results = new List<float[]>();
        fixed (float* data = setup.Data, powers = setup.Powers)
        {
            var view = new SliceView(setup.Geometry, data, powers);
            var (start, end) = (setup.Plan.ShellStarts[9], setup.Plan.ShellStarts[10]);
            results.Add(Run(sums => SliceKernelScalar.ScoreShell(view, maps.Block(0), start, end, (float*)sums)));
            if (Vector256.IsHardwareAccelerated)
                results.Add(Run(sums => SliceKernelVector256.ScoreShell(view, maps.Block(0), start, end, (float*)sums)));
            if (Vector512.IsHardwareAccelerated)
                results.Add(Run(sums => SliceKernelVector512.ScoreShell(view, maps.Block(0), start, end, (float*)sums)));
        }
        var scale = results[0].Max(Math.Abs);
        scale.Should().BeGreaterThan(0);
        foreach (var result in results.Skip(1))
            for (var i = 0; i < 16; i++)
                result[i].Should().BeApproximately(results[0][i], 2e-6f * scale);
    }

    [Fact]
    public void Arrays_of_the_wrong_length_are_refused()
    {
        var setup = new ProjectionSetup(Box, Box, 15);
        var data = () => new ParticleSlice(setup.Geometry, new float[3], setup.Powers, setup.ShellWeights).Data.Length;
        var powers = () => new ParticleSlice(setup.Geometry, setup.Data, new float[3], setup.ShellWeights).Data.Length;
        var weights = () => new ParticleSlice(setup.Geometry, setup.Data, setup.Powers, new float[3]).Data.Length;
        data.Should().Throw<ArgumentException>().WithParameterName("data");
        powers.Should().Throw<ArgumentException>().WithParameterName("powers");
        weights.Should().Throw<ArgumentException>().WithParameterName("shellWeights");
    }

    private static ClassMaps Load(ProjectionSetup setup, int classCount)
    {
        var maps = new ClassMaps(setup.Plan, classCount);
        for (var k = 0; k < classCount; k++) maps.Load(k, PhantomMap.Noise(Box, 0.35, (ulong)k + 1), 1);
        return maps;
    }

    private static unsafe float[] Run(Action<nint> kernel)
    {
        var sums = new float[16];
        fixed (float* address = sums) kernel((nint)address);
        return sums;
    }

    private static (double Power, double Correlation, double[] Shells) Oracle(ProjectionSetup setup, int classIndex)
    {
        using var projector = new Projector(setup.Plan, PhantomMap.Noise(Box, 0.35, (ulong)classIndex + 1), 1);
        var slice = new ComplexFloat[setup.Plan.PixelCount];
        projector.Slice(setup.Frame, slice);
        var shells = new double[2 * setup.Plan.ShellCount];
        double power = 0, correlation = 0;
        for (var shell = 0; shell < setup.Plan.ShellCount; shell++)
        {
            for (var j = setup.Plan.ShellStarts[shell]; j < setup.Plan.ShellStarts[shell + 1]; j++)
            {
                shells[2 * shell] += (double)setup.Powers[j] * slice[j].SquaredMagnitude;
                shells[(2 * shell) + 1] += ((double)slice[j].Real * setup.Data[2 * j])
                    + ((double)slice[j].Imaginary * setup.Data[(2 * j) + 1]);
            }
            power += setup.ShellWeights[shell] * shells[2 * shell];
            correlation += setup.ShellWeights[shell] * shells[(2 * shell) + 1];
        }
        return (power, correlation, shells);
    }
}
