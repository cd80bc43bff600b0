using SingleParticle.Fourier;
using SingleParticle.Projection;

namespace SingleParticle.Tests.Projection;

public class SeveralProjectionsTests
{
    [Fact]
    public void Slices_of_several_maps_are_those_of_each()
    {
        var setup = new ProjectionSetup(32, 32, 15);
        var maps = new[] { PhantomMap.Blobs(32, 0.3, 8, 1.4), PhantomMap.Blobs(32, 0.2, 3, 2) };
        var transforms = Array.ConvertAll(maps, map => new FourierVolume(setup.Plan, map, 1));
        var together = new ComplexFloat[2 * setup.Plan.PixelCount];
        new SeveralProjections(transforms).Slice(setup.Frame, together);
        for (var map = 0; map < 2; map++)
        {
            using var projector = new Projector(setup.Plan, maps[map], 1);
            var alone = new ComplexFloat[setup.Plan.PixelCount];
            projector.Slice(setup.Frame, alone);
            together.AsSpan(map * alone.Length, alone.Length).ToArray().Should().Equal(alone);
            transforms[map].Dispose();
        }
    }
}
