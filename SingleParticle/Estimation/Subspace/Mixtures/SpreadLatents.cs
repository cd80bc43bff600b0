using System.Runtime.Intrinsics;
using SingleParticle.Statistics;
using Lanes = System.Runtime.Intrinsics.Vector512<double>;

namespace SingleParticle.Estimation.Subspace.Mixtures;

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

    private readonly int _dimension;
    private readonly LaneBuffer _through;
    private readonly LaneBuffer _factor;
    private readonly LaneBuffer _inverseDiagonal;

    private double[] _root;

    /// <summary>Integrates out what spreads particles about their centres.</summary>
    /// <param name="spread">W, [row, column].</param>
    /// <param name="dimension">Number of coordinates Q.</param>
    public SpreadLatents(double[] spread, int dimension)
    {
        (Spread, _dimension, _root) = (spread, dimension, FactorOf(spread, dimension));
        _through = new LaneBuffer((dimension + 1) * dimension);
        _factor = new LaneBuffer(LatentBlocks.RowStart(dimension));
        _inverseDiagonal = new LaneBuffer(dimension);
    }

    /// <summary>W, [row, column].</summary>
    public double[] Spread { get; private set; }

    /// <summary>What a block of particles says of the centre of its class, and their log-likelihoods at a centre of 0.</summary>
    /// <param name="particles">What the particles say of their own coordinates, as <see cref="LatentBlocks"/> has it.</param>
    /// <param name="ofCentres">Receives what they say of the centre.</param>
    /// <remarks>
    /// With W = L L' and F F' = 1 + L'G L: (G^-1 + W)^-1 = G - H H', H = G L F'^-1; (1 + G W)^-1 b = b - H h, h = F^-1 L'b. So H and, in
    /// one more row, h' are [G; b'] L F'^-1.
    /// </remarks>
    public Lanes Integrate(ReadOnlySpan<Lanes> particles, Span<Lanes> ofCentres)
    {
        var through = _through.All();
        GoThroughRoot(particles, through);
        var inverseDeterminant = Factor(through);
        Solve(through);
        for (var row = 0; row <= _dimension; row++)
        {
            var left = Row(through, row);
            var start = LatentBlocks.RowStart(row);
            for (var column = 0; column <= row && column < _dimension; column++)
                ofCentres[start + column] = LaneSums.SubtractProducts(particles[start + column], left, Row(through, column));
        }

        ofCentres[^1] = particles[^1];
        var last = Row(through, _dimension);
        return LaneFunctions.Log(inverseDeterminant) - (LaneSums.SubtractProducts(Lanes.Zero, last, last) * 0.5);
    }

    /// <summary>A more likely W.</summary>
    /// <param name="scatter">
    /// R, the mean over particles of sum_k p_ik r_ik r_ik', r_ik what centre k leaves of what they say of centres, [row, column].
    /// </param>
    /// <param name="precision">The mean over particles of what they say of centres, (G^-1 + W)^-1, [row, column].</param>
    /// <remarks>
    /// The geometric mean of W R W and the inverse of the mean precision, as Zhou, Hu, Zhou, Lange 2019 (DOI
    /// 10.1080/10618600.2018.1529601) do for components of variance; EM takes several times as many iterations.
    /// </remarks>
    public void Update(double[] scatter, double[] precision)
    {
        // With the mean precision L L' it is L^-T (T' R T)^1/2 L^-1, T = W L.
        var size = _dimension;
        var lower = FactorOf(precision, size, Ridge * Math.Max(1, precision.Max()));
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

        _root = FactorOf(Spread, size);
    }

    /// <summary>The Cholesky factor of a covariance, finite also where it has no width, [row, column].</summary>
    /// <param name="spread">W, [row, column].</param>
    /// <param name="size">Rows.</param>
    internal static double[] FactorOf(double[] spread, int size) => FactorOf(spread, size, Ridge);

    private static double[] FactorOf(double[] matrix, int size, double ridge)
    {
        var factor = (double[])matrix.Clone();
        for (var q = 0; q < size; q++)
            factor[(q * size) + q] += ridge;
        Cholesky.Factor(factor, size);
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

    private Span<Lanes> Row(Span<Lanes> through, int row) => through.Slice(row * _dimension, _dimension);

    /// <summary>[G; b'] L.</summary>
    private void GoThroughRoot(ReadOnlySpan<Lanes> particles, Span<Lanes> through)
    {
        for (var row = 0; row <= _dimension; row++)
        {
            var target = Row(through, row);
            target.Clear();
            for (var k = 0; k < _dimension; k++)
            {
                var element = LatentBlocks.RowStart(Math.Max(row, k)) + Math.Min(row, k);
                LaneSums.AddScaled(RootRow(k), particles[element], target);
            }
        }
    }

    /// <summary>F, row after row of its lower triangle, but for its diagonal the inverses of which are kept.</summary>
    /// <returns>1 / det F.</returns>
    private Lanes Factor(Span<Lanes> through)
    {
        var factor = _factor.All();
        var inverseDiagonal = _inverseDiagonal.All();
        var inverseDeterminant = Lanes.One;
        factor.Clear();
        for (var k = 0; k < _dimension; k++)
        {
            var left = Row(through, k);
            var root = RootRow(k);
            for (var row = 0; row <= k; row++)
                LaneSums.AddScaled(left[..(row + 1)], Vector512.Create(root[row]), factor[LatentBlocks.RowStart(row)..]);
        }

        for (var row = 0; row < _dimension; row++)
        {
            var target = factor.Slice(LatentBlocks.RowStart(row), row + 1);
            for (var column = 0; column < row; column++)
            {
                var above = factor.Slice(LatentBlocks.RowStart(column), column);
                target[column] = LaneSums.SubtractProducts(target[column], above, target) * inverseDiagonal[column];
            }

            // Never below 1 but for rounding.
            var pivot = LaneSums.SubtractProducts(Lanes.One + target[row], target[..row], target);
            inverseDiagonal[row] = Lanes.One / Vector512.Sqrt(Vector512.Max(Lanes.One, pivot));
            inverseDeterminant *= inverseDiagonal[row];
        }

        return inverseDeterminant;
    }

    /// <summary>[G; b'] L F'^-1.</summary>
    private void Solve(Span<Lanes> through)
    {
        var factor = _factor.All();
        var inverseDiagonal = _inverseDiagonal.All();
        for (var column = 0; column < _dimension; column++)
        {
            var above = factor.Slice(LatentBlocks.RowStart(column), column);
            for (var row = 0; row <= _dimension; row++)
            {
                var target = Row(through, row);
                target[column] = LaneSums.SubtractProducts(target[column], above, target) * inverseDiagonal[column];
            }
        }
    }

    /// <summary>A row of L up to its diagonal.</summary>
    private ReadOnlySpan<double> RootRow(int row) => _root.AsSpan(row * _dimension, row + 1);
}
