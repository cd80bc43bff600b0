using System.Runtime.InteropServices;
using Lanes = System.Runtime.Intrinsics.Vector512<double>;

namespace SingleParticle.Estimation.Subspace.Mixtures;

/// <summary>What particles say of their coordinates, eight particles at a time, one in each lane of a vector.</summary>
/// <remarks>
/// Of every particle the lower triangle of the matrix [G b; b' 1], row after row. Sums of it over particles hold the sums of G, of b and of
/// weights. Lanes that are left over in the last block are 0 throughout: particles that say nothing and do not count.
/// </remarks>
internal sealed class LatentBlocks
{
    private readonly LaneBuffer _values;

    /// <summary>Takes a sample of the particles.</summary>
    /// <param name="particles">What the particles say.</param>
    /// <param name="step">Every how many one is taken; 1 takes all.</param>
    public LatentBlocks(LatentParticles particles, int step)
    {
        (Dimension, Count) = (particles.Dimension, ((particles.Count - 1) / step) + 1);
        BlockCount = ((Count - 1) / Lanes.Count) + 1;
        _values = new LaneBuffer(BlockCount * ElementCount(Dimension));
        for (var i = 0; i < Count; i++)
        {
            var block = MemoryMarshal.Cast<Lanes, double>(Block(i / Lanes.Count))[(i % Lanes.Count)..];
            var precision = particles.Precision(i * step);
            var projection = particles.Projection(i * step);
            for (var row = 0; row < Dimension; row++)
            {
                for (var column = 0; column <= row; column++)
                    block[(RowStart(row) + column) * Lanes.Count] = precision[(row * Dimension) + column];
                block[(RowStart(Dimension) + row) * Lanes.Count] = projection[row];
            }

            block[(RowStart(Dimension) + Dimension) * Lanes.Count] = 1;
        }
    }

    /// <summary>Number of particles.</summary>
    public int Count { get; }

    /// <summary>Number of coordinates Q.</summary>
    public int Dimension { get; }

    /// <summary>Number of blocks.</summary>
    public int BlockCount { get; }

    /// <summary>Bytes that particles take.</summary>
    /// <param name="count">Number of particles.</param>
    /// <param name="dimension">Number of coordinates Q.</param>
    public static double Bytes(double count, int dimension) => (count + Lanes.Count) * ElementCount(dimension) * sizeof(double);

    /// <summary>Numbers of one particle.</summary>
    /// <param name="dimension">Number of coordinates Q.</param>
    public static int ElementCount(int dimension) => RowStart(dimension + 1);

    /// <summary>Where a row of a lower triangle starts.</summary>
    /// <param name="row">Row.</param>
    public static int RowStart(int row) => row * (row + 1) / 2;

    /// <summary>Eight particles, [element].</summary>
    /// <param name="block">Position of the block.</param>
    public Span<Lanes> Block(int block) => _values.Slice(block * ElementCount(Dimension), ElementCount(Dimension));

    /// <summary>The sum over particles of symmetric matrices, [row, column].</summary>
    /// <param name="lower">The matrices' lower triangles.</param>
    /// <param name="size">Rows.</param>
    public static double[] Sum(ReadOnlySpan<Lanes> lower, int size)
    {
        var sum = new double[size * size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
                sum[(column * size) + row] = sum[(row * size) + column] = LaneSums.Sum(lower[RowStart(row) + column]);
        }

        return sum;
    }
}
