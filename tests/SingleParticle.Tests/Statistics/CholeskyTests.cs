using SingleParticle.Statistics;

namespace SingleParticle.Tests.Statistics;

public class CholeskyTests
{
    private const int Size = 5;

    [Fact]
    public void A_solution_fulfils_its_equations_and_the_inverse_gives_the_same()
    {
        var random = new RandomStream(4);
        var matrix = Positive(random);
        var right = Enumerable.Range(0, Size).Select(_ => random.NextGaussian()).ToArray();
        var (factor, solution, inverse) = ((double[])matrix.Clone(), (double[])right.Clone(), new double[Size * Size]);
        Cholesky.Factor(factor, Size);
        Cholesky.Solve(factor, solution);
        Cholesky.Invert(factor, Size, inverse);
        for (var row = 0; row < Size; row++)
        {
            Enumerable.Range(0, Size).Sum(k => matrix[(row * Size) + k] * solution[k]).Should().BeApproximately(right[row], 1e-10);
            Enumerable.Range(0, Size).Sum(k => inverse[(row * Size) + k] * right[k]).Should().BeApproximately(solution[row], 1e-10);
        }
    }

    [Fact]
    public void The_log_determinant_of_a_diagonal_matrix_is_the_sum_of_its_logarithms()
    {
        double[] matrix = [2, 0, 0, 8];
        Cholesky.Factor(matrix, 2).Should().BeApproximately(Math.Log(16), 1e-12);
    }

    private static double[] Positive(RandomStream random)
    {
        var root = Enumerable.Range(0, Size * Size).Select(_ => random.NextGaussian()).ToArray();
        var matrix = new double[Size * Size];
        for (var i = 0; i < matrix.Length; i++)
        {
            var (row, column) = (i / Size, i % Size);
            matrix[i] = Enumerable.Range(0, Size).Sum(k => root[(row * Size) + k] * root[(column * Size) + k]) + (row == column ? 0.1 : 0);
        }

        return matrix;
    }
}
