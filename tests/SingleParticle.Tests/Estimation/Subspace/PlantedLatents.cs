using SingleParticle.Estimation.Subspace;
using SingleParticle.Statistics;

namespace SingleParticle.Tests.Estimation.Subspace;

/// <summary>Particles at known points of a subspace, seen with a known precision.</summary>
internal sealed class PlantedLatents
{
    /// <summary>Draws the particles.</summary>
    /// <param name="points">Point of every state.</param>
    /// <param name="perState">Particles of each state, in turn.</param>
    /// <param name="precision">G is this times the unit matrix.</param>
    public PlantedLatents(double[][] points, int perState, double precision)
    {
        var (random, dimension) = (new RandomStream(8), points[0].Length);
        States = [.. Enumerable.Range(0, points.Length * perState).Select(i => i % points.Length)];
        Latent = new LatentParticles(States.Length, dimension);
        for (var i = 0; i < States.Length; i++)
        {
            for (var q = 0; q < dimension; q++)
            {
                Latent.Precision(i)[(q * dimension) + q] = precision;
                Latent.Projection(i)[q] = (precision * points[States[i]][q]) + (Math.Sqrt(precision) * random.NextGaussian());
            }
        }
    }

    /// <summary>State of every particle.</summary>
    public int[] States { get; }

    /// <summary>The particles.</summary>
    public LatentParticles Latent { get; }
}
