using SingleParticle.Estimation.Subspace.Mixtures;
using SingleParticle.Statistics;

namespace SingleParticle.Estimation.Scales;

/// <summary>The scale of a particle that may be in any of several states.</summary>
/// <remarks>
/// Equation 5.15 of docs/method/5-scale.md. One instance per thread, which keeps the fit of the last particle.
/// </remarks>
internal sealed class LatentScale
{
    // Keeps information above 0 where rounding has taken all of it.
    private const double LeastShare = 1e-9;

    // How large deviations from the states are goes with the scale; it is known well enough after so many fits.
    private const int FitCount = 3;

    // Particles that match nothing are still compared as if there were a little of them.
    private const double LeastChange = 0.1;

    private readonly ScaleStates _states;
    private readonly int _size;
    private readonly double[] _root;
    private readonly double[] _factor;
    private readonly double[] _projection;
    private readonly double[] _cross;
    private readonly double[] _posteriors;
    private readonly (double Information, double Score)[] _fits;

    /// <summary>Prepares for particles of some population.</summary>
    /// <param name="states">Its states.</param>
    public LatentScale(ScaleStates states)
    {
        (_states, _size) = (states, states.Centres[0].Length);
        _root = SpreadLatents.FactorOf(states.Spread, _size);
        _factor = new double[_size * _size];
        (_projection, _cross) = (new double[_size], new double[_size]);
        _posteriors = new double[states.Centres.Length];
        _fits = new (double, double)[states.Centres.Length];
    }

    /// <summary>1 / variance of the scale.</summary>
    public double Information { get; private set; }

    /// <summary>Mean of the scale.</summary>
    public double Scale { get; private set; }

    /// <summary>Posterior of a state.</summary>
    /// <param name="state">State, 0-based.</param>
    public double Posterior(int state) => _posteriors[state];

    /// <summary>The scale that the particle has if it is in a state.</summary>
    /// <param name="state">State, 0-based.</param>
    public double ScaleIn(int state) => _fits[state].Score / _fits[state].Information;

    /// <summary>Fits a particle.</summary>
    /// <param name="gram">Sums over the reference and all components, [row, column], the reference first.</param>
    /// <param name="correlations">Sums of each with the image.</param>
    /// <param name="scale">About its scale.</param>
    public void Settle(ReadOnlySpan<double> gram, ReadOnlySpan<double> correlations, double scale)
    {
        for (var fit = 0; fit < FitCount; fit++)
        {
            Factor(gram, correlations[1..], scale);
            for (var k = 0; k < _fits.Length; k++)
                _fits[k] = FitIn(k, gram, correlations);
            Combine();
            scale = Math.Max(LeastChange * scale, Scale);
        }
    }

    /// <summary>Amplitudes of the reference and of all components in the particle that was fitted last.</summary>
    /// <param name="gram">As it was fitted.</param>
    /// <param name="correlations">As it was fitted.</param>
    /// <returns>Their mean, and the mean of their products, [row, column].</returns>
    public (double[] Mean, double[] Products) Amplitudes(ReadOnlySpan<double> gram, ReadOnlySpan<double> correlations)
    {
        var count = _size + 1;
        var (mean, products) = (new double[count], new double[count * count]);
        var amplitudes = new double[count];
        for (var k = 0; k < _fits.Length; k++)
        {
            AmplitudesIn(k, gram, correlations, amplitudes);
            for (var m = 0; m < count; m++)
            {
                mean[m] += _posteriors[k] * amplitudes[m];
                for (var n = 0; n < count; n++)
                    products[(m * count) + n] += _posteriors[k] * amplitudes[m] * amplitudes[n];
            }
        }

        // Deviations from the states vary by L (F F')^-1 L'.
        for (var column = 0; column < _size; column++)
        {
            Array.Clear(_cross);
            for (var row = 0; row <= column; row++)
                _cross[row] = _root[(column * _size) + row];
            Cholesky.Solve(_factor, _cross);
            for (var row = 0; row < _size; row++)
                products[((row + 1) * count) + column + 1] += RootTimes(row, _cross);
        }

        return (mean, products);
    }

    private void AmplitudesIn(int state, ReadOnlySpan<double> gram, ReadOnlySpan<double> correlations, double[] amplitudes)
    {
        var (centre, amplitude) = (_states.Centres[state], _states.Factors[state] * ScaleIn(state));
        CrossWith(centre, gram);
        for (var q = 0; q < _size; q++)
            _cross[q] = correlations[q + 1] - (amplitude * _cross[q]);
        ThroughRoot(_cross);
        Cholesky.Solve(_factor, _cross);
        amplitudes[0] = amplitude;
        for (var q = 0; q < _size; q++)
            amplitudes[q + 1] = (amplitude * centre[q]) + RootTimes(q, _cross);
    }

    /// <summary>Mean and variance of the scale over states.</summary>
    private void Combine()
    {
        for (var k = 0; k < _fits.Length; k++)
        {
            var (information, score) = _fits[k];
            _posteriors[k] = Math.Log(_states.Weights[k]) + (((score * score / information) - Math.Log(information)) / 2);
        }

        var greatest = _posteriors.Max();
        double total = 0, mean = 0, variance = 0;
        for (var k = 0; k < _fits.Length; k++)
            total += _posteriors[k] = Math.Exp(_posteriors[k] - greatest);
        for (var k = 0; k < _fits.Length; k++)
            mean += (_posteriors[k] /= total) * ScaleIn(k);
        for (var k = 0; k < _fits.Length; k++)
            variance += _posteriors[k] * ((1 / _fits[k].Information) + ((ScaleIn(k) - mean) * (ScaleIn(k) - mean)));
        (Scale, Information) = (mean, 1 / variance);
    }

    private (double Information, double Score) FitIn(int state, ReadOnlySpan<double> gram, ReadOnlySpan<double> correlations)
    {
        var (centre, factor) = (_states.Centres[state], _states.Factors[state]);
        var (information, score) = (gram[0], correlations[0]);
        CrossWith(centre, gram);
        for (var q = 0; q < _size; q++)
        {
            information += centre[q] * (gram[(q + 1) * (_size + 1)] + _cross[q]);
            score += centre[q] * correlations[q + 1];
        }

        ThroughRoot(_cross);
        Cholesky.SolveLower(_factor, _cross);
        for (var q = 0; q < _size; q++)
        {
            information -= _cross[q] * _cross[q];
            score -= _cross[q] * _projection[q];
        }

        return (factor * factor * Math.Max(information, LeastShare * gram[0]), factor * score);
    }

    /// <summary>x = c + G c_k, A of the components and a state's map.</summary>
    private void CrossWith(double[] centre, ReadOnlySpan<double> gram)
    {
        for (var q = 0; q < _size; q++)
        {
            var row = gram.Slice((q + 1) * (_size + 1), _size + 1);
            _cross[q] = row[0];
            for (var r = 0; r < _size; r++)
                _cross[q] += row[r + 1] * centre[r];
        }
    }

    /// <summary>F with F F' = 1 / a² + L'G L where W = L L', and F^-1 L'b.</summary>
    private void Factor(ReadOnlySpan<double> gram, ReadOnlySpan<double> projection, double scale)
    {
        for (var column = 0; column < _size; column++)
        {
            for (var row = 0; row < _size; row++)
            {
                _cross[row] = 0;
                for (var k = column; k < _size; k++)
                    _cross[row] += gram[((row + 1) * (_size + 1)) + k + 1] * _root[(k * _size) + column];
            }

            ThroughRoot(_cross);
            for (var row = 0; row < _size; row++)
                _factor[(row * _size) + column] = _cross[row] + (row == column ? 1 / (scale * scale) : 0);
        }

        Cholesky.Factor(_factor, _size);
        projection.CopyTo(_projection);
        ThroughRoot(_projection);
        Cholesky.SolveLower(_factor, _projection);
    }

    /// <summary>L'v, in place.</summary>
    private void ThroughRoot(Span<double> vector)
    {
        for (var q = 0; q < _size; q++)
        {
            var sum = 0.0;
            for (var k = q; k < _size; k++)
                sum += _root[(k * _size) + q] * vector[k];
            vector[q] = sum;
        }
    }

    /// <summary>(L v)_row.</summary>
    private double RootTimes(int row, double[] vector)
    {
        var sum = 0.0;
        for (var k = 0; k <= row; k++)
            sum += _root[(row * _size) + k] * vector[k];
        return sum;
    }
}
