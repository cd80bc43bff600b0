using SingleParticle.Statistics;

namespace SingleParticle.Tests.Statistics;

public class SymmetricEigenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    public void Eigenvectors_put_the_matrix_together_again(int size)
    {
        var matrix = Random(size);
        var (values, vectors) = SymmetricEigen.Decompose(matrix);
        values.Should().BeInDescendingOrder();
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var (rebuilt, product) = (0.0, 0.0);
                for (var c = 0; c < size; c++)
                {
                    rebuilt += values[c] * vectors[i, c] * vectors[j, c];
                    product += vectors[c, i] * vectors[c, j];
                }

                rebuilt.Should().BeApproximately(matrix[i, j], 1e-10);
                product.Should().BeApproximately(i == j ? 1 : 0, 1e-10);
            }
        }
    }

    private static double[,] Random(int size)
    {
        var (random, matrix) = (new RandomStream(7), new double[size, size]);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
                matrix[i, j] = matrix[j, i] = random.NextGaussian();
        }

        return matrix;
    }
}
