using SingleParticle.Statistics;

namespace SingleParticle.Estimation.Subspace;

/// <summary>Posterior coordinates of every particle under z ~ N(0, 1), and their spread over all particles.</summary>
/// <remarks>Equation 24 of docs/method/3-classification.md: C = (1 + G)^-1, m = C b.</remarks>
public sealed class LatentPosterior
{
    private readonly double[] _mean;
    private readonly double[] _power;

    private LatentPosterior(int count, int dimension)
    {
        (Count, Dimension, Whitening) = (count, dimension, new double[dimension, dimension]);
        (_mean, _power) = (new double[(long)count * dimension], new double[(long)count * dimension]);
    }

    /// <summary>L of z = L y, y whitened, [row, column].</summary>
    public double[,] Whitening { get; }

    /// <summary>Number of particles.</summary>
    public int Count { get; }

    /// <summary>Number of coordinates Q.</summary>
    public int Dimension { get; }

    /// <summary>E[z] of one particle.</summary>
    /// <param name="index">Position of the particle.</param>
    public Span<double> Mean(int index) => _mean.AsSpan(index * Dimension, Dimension);

    /// <summary>E[z²] of one particle, by coordinate.</summary>
    /// <param name="index">Position of the particle.</param>
    public Span<double> Power(int index) => _power.AsSpan(index * Dimension, Dimension);

    /// <summary>Posteriors in coordinates in which the particles' E[z z'] is the unit matrix on average.</summary>
    /// <param name="latent">What the particles say.</param>
    public static LatentPosterior Whitened(LatentParticles latent)
    {
        var (count, size) = (latent.Count, latent.Dimension);
        var posterior = new LatentPosterior(count, size);
        var covariances = new double[(long)count * size * size];
        var spread = new double[size * size];
        var factor = new double[size * size];
        for (var i = 0; i < count; i++)
        {
            var mean = posterior.Mean(i);
            var covariance = covariances.AsSpan(i * size * size, size * size);
            latent.Solve(i, factor, mean);
            Cholesky.Invert(factor, size, covariance);
            for (var q = 0; q < size * size; q++)
                spread[q] += (covariance[q] + (mean[q / size] * mean[q % size])) / count;
        }

        Cholesky.Factor(spread, size);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
                posterior.Whitening[row, column] = spread[(row * size) + column];
        }

        for (var i = 0; i < count; i++)
            posterior.Whiten(i, spread, covariances.AsSpan(i * size * size, size * size));
        return posterior;
    }

    private void Whiten(int index, double[] factor, Span<double> covariance)
    {
        // z -> L^-1 z takes C to L^-1 C L^-T.
        var mean = Mean(index);
        var power = Power(index);
        Cholesky.SolveLower(factor, mean);
        Span<double> column = stackalloc double[Dimension];
        for (var pass = 0; pass < 2; pass++)
        {
            for (var k = 0; k < Dimension; k++)
            {
                for (var row = 0; row < Dimension; row++)
                    column[row] = covariance[(k * Dimension) + row];
                Cholesky.SolveLower(factor, column);
                for (var row = 0; row < Dimension; row++)
                    covariance[(k * Dimension) + row] = column[row];
            }

            Transpose(covariance);
        }

        for (var q = 0; q < Dimension; q++)
            power[q] = covariance[(q * Dimension) + q] + (mean[q] * mean[q]);
    }

    private void Transpose(Span<double> matrix)
    {
        for (var row = 0; row < Dimension; row++)
        {
            for (var column = 0; column < row; column++)
            {
                var (a, b) = ((row * Dimension) + column, (column * Dimension) + row);
                (matrix[a], matrix[b]) = (matrix[b], matrix[a]);
            }
        }
    }
}
