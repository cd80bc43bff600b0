using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector512<double>;

namespace SingleParticle.Estimation.Subspace.Mixtures;

/// <summary>Sums over particles that an iteration of EM for K points needs.</summary>
/// <remarks>Equation 26 of docs/method/3-classification.md. Blocks are added in order by one thread.</remarks>
internal sealed class MixtureSums
{
    private readonly int _dimension;
    private readonly int _elementCount;
    private readonly LaneBuffer _classes;
    private readonly LaneBuffer _scatter;
    private readonly LaneBuffer _rests;
    private readonly LaneBuffer _posteriors;
    private readonly LaneBuffer _ofCentres;

    private double[][] _centres = [];
    private double[] _logWeights = [];
    private Lanes _logLikelihood;

    /// <summary>Makes room; <see cref="Clear"/> comes first.</summary>
    /// <param name="classCount">K.</param>
    /// <param name="dimension">Number of coordinates Q.</param>
    public MixtureSums(int classCount, int dimension)
    {
        (_dimension, _elementCount) = (dimension, LatentBlocks.ElementCount(dimension));
        _classes = new LaneBuffer(classCount * _elementCount);
        _scatter = new LaneBuffer(LatentBlocks.RowStart(dimension));
        _rests = new LaneBuffer(classCount * dimension);
        _posteriors = new LaneBuffer(classCount);
        _ofCentres = new LaneBuffer(_elementCount);
    }

    /// <summary>Sum of the particles' log-likelihoods, relative to the consensus.</summary>
    public double LogLikelihood => LaneSums.Sum(_logLikelihood);

    /// <summary>Starts an iteration: no particles yet.</summary>
    /// <param name="centres">Coordinates c_k of every class.</param>
    /// <param name="logWeights">log pi_k.</param>
    public void Clear(double[][] centres, double[] logWeights)
    {
        (_centres, _logWeights, _logLikelihood) = (centres, logWeights, Lanes.Zero);
        _classes.All().Clear();
        _scatter.All().Clear();
    }

    /// <summary>Adds a block of particles.</summary>
    /// <param name="spread">What spreads them about their centres.</param>
    /// <param name="block">What they say of their own coordinates, as <see cref="LatentBlocks"/> has it.</param>
    public void Add(SpreadLatents spread, ReadOnlySpan<Lanes> block)
    {
        var particles = _ofCentres.All();
        var logLikelihood = spread.Integrate(block, particles) + Expect(particles);
        _logLikelihood = Vector512.FusedMultiplyAdd(particles[^1], logLikelihood, _logLikelihood);
        var posteriors = _posteriors.All();
        var scatter = _scatter.All();
        for (var k = 0; k < _centres.Length; k++)
        {
            LaneSums.AddScaled(particles, posteriors[k], _classes.Slice(k * _elementCount, _elementCount));
            var rest = _rests.Slice(k * _dimension, _dimension);
            for (var row = 0; row < rest.Length; row++)
                LaneSums.AddScaled(rest[..(row + 1)], posteriors[k] * rest[row], scatter[LatentBlocks.RowStart(row)..]);
        }
    }

    /// <summary>sum_i p_ik of the matrices [G b; b' 1] of class k, [row, column].</summary>
    /// <param name="k">Class.</param>
    public double[] OfClass(int k) => LatentBlocks.Sum(_classes.Slice(k * _elementCount, _elementCount), _dimension + 1);

    /// <summary>sum_ik p_ik r_ik r_ik', r_ik what class k leaves of b, [row, column].</summary>
    public double[] Scatter() => LatentBlocks.Sum(_scatter.All(), _dimension);

    /// <summary>Posteriors of the particles, what every centre leaves of b, b - G c_k, and log-likelihoods.</summary>
    private Lanes Expect(ReadOnlySpan<Lanes> particles)
    {
        var posteriors = _posteriors.All();
        var greatest = Vector512.Create(double.NegativeInfinity);
        for (var k = 0; k < posteriors.Length; k++)
        {
            var rests = _rests.Slice(k * _dimension, _dimension);
            posteriors[k] = Vector512.Create(_logWeights[k]) + LogLikelihoodAt(_centres[k], particles, rests);
            greatest = Vector512.Max(greatest, posteriors[k]);
        }

        var sum = Lanes.Zero;
        for (var k = 0; k < posteriors.Length; k++)
        {
            posteriors[k] = LaneFunctions.Exp(posteriors[k] - greatest);
            sum += posteriors[k];
        }

        var scale = Lanes.One / sum;
        for (var k = 0; k < posteriors.Length; k++)
            posteriors[k] *= scale;
        return greatest + LaneFunctions.Log(sum);
    }

    /// <summary>b.c - c'G c / 2 = c.(b + r) / 2, r = b - G c.</summary>
    private static Lanes LogLikelihoodAt(double[] centre, ReadOnlySpan<Lanes> particles, Span<Lanes> rests)
    {
        var projection = particles[LatentBlocks.RowStart(centre.Length)..];
        for (var row = 0; row < rests.Length; row++)
        {
            var precision = particles.Slice(LatentBlocks.RowStart(row), row + 1);
            var above = Vector512.Create(-centre[row]);
            var rest = Vector512.FusedMultiplyAdd(precision[row], above, projection[row]);
            for (var column = 0; column < row; column++)
            {
                rest = Vector512.FusedMultiplyAdd(precision[column], Vector512.Create(-centre[column]), rest);
                rests[column] = Vector512.FusedMultiplyAdd(precision[column], above, rests[column]);
            }

            rests[row] = rest;
        }

        var twice = Lanes.Zero;
        for (var row = 0; row < rests.Length; row++)
            twice = Vector512.FusedMultiplyAdd(Vector512.Create(centre[row]), projection[row] + rests[row], twice);
        return twice * 0.5;
    }
}
