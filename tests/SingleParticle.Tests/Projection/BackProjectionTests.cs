using SingleParticle.Fourier;
using SingleParticle.Projection;

namespace SingleParticle.Tests.Projection;

public class BackProjectionTests
{
    [Theory]
    [InlineData(32, 32)]
    [InlineData(32, 36)]
    public void Is_the_exact_adjoint_of_projection(int box, int gridVoxels)
    {
        var setup = new ProjectionSetup(box, gridVoxels, (box / 2) - 1);
        var map = PhantomMap.Noise(box, 0.4, 5);
        using var projector = new Projector(setup.Plan, map, 1);
        using var accumulator = new BackProjection(setup.Plan);
        var slice = new ComplexFloat[setup.Plan.PixelCount];
        double left = 0, sliceNorm = 0, dataNorm = 0;
        for (var pose = 0; pose < 5; pose++)
        {
            setup.Draw();
            Array.Fill(setup.ShellWeights, 1f);
            projector.Slice(setup.Frame, slice);
            accumulator.Insert(setup.Geometry, setup.Data, setup.Powers, setup.ShellWeights, 1, 1);
            for (var j = 0; j < slice.Length; j++)
            {
                left += ((double)slice[j].Real * setup.Data[2 * j]) + ((double)slice[j].Imaginary * setup.Data[(2 * j) + 1]);
                sliceNorm += slice[j].SquaredMagnitude;
                dataNorm += Math.Pow(setup.Data[2 * j], 2) + Math.Pow(setup.Data[(2 * j) + 1], 2);
            }
        }
        var right = Reconstruction.Adjoint(FoldedStatistics.Of(accumulator), 2.0, 1);
        var product = map.Values.Zip(right.Values, (a, b) => (double)a * b).Sum();
        product.Should().BeApproximately(left, 1e-6 * Math.Sqrt(sliceNorm * dataNorm));
    }
}
