using Plugin.Classify3D.Differences;
using SingleParticle.Estimation.Subspace;
using SingleParticle.Statistics;

namespace Plugin.Classify3D.Initialization.Subspace;

/// <summary>What particles say of the centre of their class, where particles of a class are spread about it with covariance W.</summary>
/// <remarks>
/// Equation 27 of docs/method/3-classification.md: with z ~ N(c, W) integrated out, the log-likelihood of c is that of a particle
/// with (G^-1 + W)^-1 in the place of G and (1 + G W)^-1 b in that of b. Errors of poses, motion within a state and noise that
/// components have taken up spread classes out; without W, points would be spent on that.
/// </remarks>
internal sealed class SpreadLatents
{
    // Keeps factors finite where classes have no width, or particles say nothing.
    private const double Ridge = 1e-9;

    private readonly LatentParticles _latent;
    private readonly double[] _meanPrecision;

    /// <summary>Integrates out what spreads particles about their centres.</summary>
    /// <param name="latent">What the particles say of their own coordinates.</param>
    /// <param name="spread">W, [row, column].</param>
    public SpreadLatents(LatentParticles latent, double[] spread)
    {
        (_latent, Spread, _meanPrecision) = (latent, spread, new double[spread.Length]);
        OfCentres = new LatentParticles(latent.Count, latent.Dimension);
        Integrate();
    }

    /// <summary>W, [row, column].</summary>
    public double[] Spread { get; private set; }

    /// <summary>What the particles say of the centre of their class.</summary>
    public LatentParticles OfCentres { get; }

    /// <summary>Mean over particles of the log-likelihood at a centre of 0, relative to the consensus.</summary>
    public double MeanLogLikelihood { get; private set; }

    /// <summary>A more likely W.</summary>
    /// <param name="scatter">
    /// R, the mean over particles of sum_k p_ik r_ik r_ik', r_ik what the projection of <see cref="OfCentres"/> leaves at centre k,
    /// [row, column].
    /// </param>
    /// <remarks>
    /// The geometric mean of W R W and the inverse of the mean precision, as Zhou, Hu, Zhou, Lange 2019 (DOI
    /// 10.1080/10618600.2018.1529601) do for components of variance; EM takes several times as many iterations.
    /// </remarks>
    public void Update(double[] scatter)
    {
        // With the mean precision L L' it is L^-T (T' R T)^1/2 L^-1, T = W L.
        var size = _latent.Dimension;
        var lower = FactorOf(_meanPrecision, Ridge * Math.Max(1, _meanPrecision.Max()));
        var through = new double[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                for (var k = column; k < size; k++)
                    through[row, column] += Spread[(row * size) + k] * lower[(k * size) + column];
            }
        }

        var (values, vectors) = SymmetricEigen.Decompose(Congruent(scatter, through));
        Spread = new double[size * size];
        var direction = new double[size];
        for (var q = 0; q < size; q++)
        {
            // L^-T v = (L L')^-1 L v.
            for (var row = 0; row < size; row++)
            {
                direction[row] = 0;
                for (var k = 0; k <= row; k++)
                    direction[row] += lower[(row * size) + k] * vectors[k, q];
            }

            Cholesky.Solve(lower, direction);
            var variance = Math.Sqrt(Math.Max(0, values[q]));
            for (var i = 0; i < Spread.Length; i++)
                Spread[i] += variance * direction[i / size] * direction[i % size];
        }

        Integrate();
    }

    private double[] FactorOf(double[] matrix, double ridge)
    {
        var factor = (double[])matrix.Clone();
        for (var q = 0; q < _latent.Dimension; q++)
            factor[(q * _latent.Dimension) + q] += ridge;
        Cholesky.Factor(factor, _latent.Dimension);
        return factor;
    }

    /// <summary>T' R T.</summary>
    private static double[,] Congruent(double[] matrix, double[,] by)
    {
        var size = by.GetLength(0);
        var (half, product) = (new double[size, size], new double[size, size]);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                for (var k = 0; k < size; k++)
                    half[row, column] += matrix[(row * size) + k] * by[k, column];
            }
        }

        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                for (var k = 0; k < size; k++)
                    product[row, column] += by[k, row] * half[k, column];
            }
        }

        return product;
    }

    private void Integrate()
    {
        var size = _latent.Dimension;
        var root = FactorOf(Spread, Ridge);
        var (half, factor, projected) = (new double[size * size], new double[size * size], new double[size]);
        MeanLogLikelihood = 0;
        Array.Clear(_meanPrecision);
        for (var i = 0; i < _latent.Count; i++)
        {
            MeanLogLikelihood += Integrate(i, root, half, factor, projected) / _latent.Count;
            var precision = OfCentres.Precision(i);
            for (var q = 0; q < precision.Length; q++)
                _meanPrecision[q] += precision[q] / _latent.Count;
        }
    }

    /// <summary>With W = L L' and F F' = 1 + L'G L: (G^-1 + W)^-1 = G - H'H, H = F^-1 L'G; (1 + G W)^-1 b = b - H' F^-1 L'b.</summary>
    private double Integrate(int index, double[] root, double[] half, double[] factor, double[] projected)
    {
        var size = _latent.Dimension;
        var precision = _latent.Precision(index);
        var projection = _latent.Projection(index);
        for (var row = 0; row < size; row++)
        {
            // Row q of L'G lies at q of half; L is lower, so its rows from q on matter.
            var target = half.AsSpan(row * size, size);
            target.Clear();
            projected[row] = 0;
            for (var k = row; k < size; k++)
            {
                projected[row] += root[(k * size) + row] * projection[k];
                VectorSums.AddScaled(precision.Slice(k * size, size), root[(k * size) + row], target);
            }
        }

        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = row == column ? 1.0 : 0;
                for (var k = column; k < size; k++)
                    sum += half[(row * size) + k] * root[(k * size) + column];
                factor[(row * size) + column] = sum;
            }
        }

        var logDeterminant = Cholesky.Factor(factor, size);
        Cholesky.SolveLower(factor, projected);
        SolveLowerRows(factor, half, size);
        precision.CopyTo(OfCentres.Precision(index));
        projection.CopyTo(OfCentres.Projection(index));
        TakeOff(half, projected, OfCentres.Precision(index), OfCentres.Projection(index));
        var explained = 0.0;
        foreach (var value in projected)
            explained += value * value;
        return (explained - logDeterminant) / 2;
    }

    /// <summary>F^-1 X, row by row of X.</summary>
    private static void SolveLowerRows(double[] factor, double[] rows, int size)
    {
        for (var row = 0; row < size; row++)
        {
            var target = rows.AsSpan(row * size, size);
            for (var k = 0; k < row; k++)
                VectorSums.AddScaled(rows.AsSpan(k * size, size), -factor[(row * size) + k], target);
            var scale = 1 / factor[(row * size) + row];
            for (var column = 0; column < size; column++)
                target[column] *= scale;
        }
    }

    private static void TakeOff(double[] half, double[] projected, Span<double> precision, Span<double> projection)
    {
        var size = projected.Length;
        for (var k = 0; k < size; k++)
        {
            for (var row = 0; row < size; row++)
            {
                projection[row] -= half[(k * size) + row] * projected[k];
                VectorSums.AddScaled(half.AsSpan(k * size, size), -half[(k * size) + row], precision.Slice(row * size, size));
            }
        }
    }
}
