using SingleParticle.Particles;

namespace Plugin.Classify3D.Expectation;

/// <summary>How classes share particles, from which follows what noise their maps share and what sorting does to it.</summary>
/// <remarks>Equations 17 and 18 of docs/method/3-classification.md.</remarks>
internal sealed class ParticleSharing
{
    /// <summary>Posteriors below this add nothing that rounding would not take away; nearly all are.</summary>
    public const double Nothing = 1e-6;

    private readonly int _classCount;
    private readonly double[][,] _response;
    private readonly double[][] _weight;
    private readonly double[,] _common;

    /// <summary>Starts with no particles.</summary>
    /// <param name="classCount">K.</param>
    public ParticleSharing(int classCount)
    {
        _classCount = classCount;
        _response = [new double[classCount, classCount], new double[classCount, classCount]];
        _weight = [new double[classCount], new double[classCount]];
        _common = new double[classCount, classCount];
    }

    /// <summary>Adds the posteriors of a particle, by which it answers to the maps.</summary>
    /// <param name="half">Its half-set.</param>
    /// <param name="posteriors">Soft posteriors, by class.</param>
    /// <param name="scale">Its scale a.</param>
    public void AddPosteriors(HalfSet half, ReadOnlySpan<double> posteriors, double scale)
    {
        var response = _response[Index(half)];
        for (var k = 0; k < _classCount; k++)
        {
            if (posteriors[k] < Nothing)
                continue;
            var weight = scale * scale * posteriors[k];
            response[k, k] += weight;
            for (var l = 0; l < _classCount; l++)
                response[k, l] -= weight * posteriors[l];
        }
    }

    /// <summary>Adds what a particle counts in the class maps: its posteriors, put to 0 or 1 by hard assignment.</summary>
    /// <param name="half">Its half-set.</param>
    /// <param name="posteriors">Posteriors as they are back-projected, by class.</param>
    /// <param name="scale">Its scale a.</param>
    public void AddShares(HalfSet half, ReadOnlySpan<float> posteriors, double scale)
    {
        var weights = _weight[Index(half)];
        for (var k = 0; k < _classCount; k++)
        {
            if (posteriors[k] < Nothing)
                continue;
            var weight = scale * scale * posteriors[k];
            weights[k] += weight;
            for (var l = 0; l < _classCount; l++)
                _common[k, l] += weight * posteriors[l];
        }
    }

    /// <summary>Whether both half-sets have particles in a class.</summary>
    /// <param name="classIndex">Class, 0-based.</param>
    public bool HasBothHalves(int classIndex) => _weight[0][classIndex] > 0 && _weight[1][classIndex] > 0;

    /// <summary>sum_i a_i² p_ik.</summary>
    /// <param name="classIndex">Class, 0-based.</param>
    public double WeightOf(int classIndex) => _weight[0][classIndex] + _weight[1][classIndex];

    /// <summary>Part of map l that sorting by the maps puts into the noise of the next map k of a half-set.</summary>
    /// <param name="half">Half-set.</param>
    /// <param name="k">Class that gains.</param>
    /// <param name="l">Class whose map is gained.</param>
    public double SelectionBias(HalfSet half, int k, int l)
    {
        var weight = _weight[Index(half)][k];
        return weight > 0 ? _response[Index(half)][k, l] / weight : 0;
    }

    /// <summary>
    /// Covariance of the noise in two classes' differences from the consensus, the noise that a particle of scale 1 leaves in its map
    /// being 1.
    /// </summary>
    /// <param name="k">One class, with particles.</param>
    /// <param name="l">Another, with particles.</param>
    public double NoiseCovariance(int k, int l) =>
        (_common[k, l] / (WeightOf(k) * WeightOf(l))) - (1 / (_weight[0].Sum() + _weight[1].Sum()));

    private static int Index(HalfSet half) => half == HalfSet.A ? 0 : 1;
}
