using SingleParticle.Masks;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Masks;

public class AtomBodyTests
{
    [Fact]
    public void A_voxel_belongs_to_the_body_when_an_atom_is_within_the_radius()
    {
        var random = new RandomStream(3);
        var grid = new Volume(15, 1.5);
        var corner = (X: -7.0, Y: 3.0, Z: 11.0);
        var atoms = Enumerable.Range(0, 12)
            .Select(_ =>
                (corner.X + (random.NextDouble() * 30) - 5, corner.Y + (random.NextDouble() * 24), corner.Z + (random.NextDouble() * 24)))
            .ToArray();
        var body = AtomBody.Around(atoms, grid, corner, 3.1);
        for (var i = 0; i < body.Length; i++)
        {
            var (x, y, z) = Bodies.At(i, 15);
            var (px, py, pz) = (corner.X + (1.5 * x), corner.Y + (1.5 * y), corner.Z + (1.5 * z));
            body[i].Should()
                .Be(atoms.Any(atom => Squared(atom.Item1 - px) + Squared(atom.Item2 - py) + Squared(atom.Item3 - pz) <= 3.1 * 3.1));
        }

        body.Should().Contain(true).And.Contain(false);
    }

    private static double Squared(double value) => value * value;
}
