using System.Runtime.Intrinsics;
using SingleParticle.Projection;

namespace SingleParticle.Estimation.Subspace;

/// <summary>b and G of one particle from the slices of all components, equation 23 of docs/method/3-classification.md.</summary>
/// <remarks>Sums within a shell in single precision, over shells in double. One instance per thread.</remarks>
internal sealed unsafe class LatentSums
{
    private const int Lanes = ClassMaps.ClassesPerBlock;

    private readonly SlicePlan _plan;
    private readonly int _blockCount;
    private readonly float[] _row;

    /// <summary>Prepares for slices of one plan.</summary>
    /// <param name="plan">Pixels and shells.</param>
    /// <param name="blockCount">Blocks of eight components.</param>
    public LatentSums(SlicePlan plan, int blockCount) =>
        (_plan, _blockCount, _row) = (plan, blockCount, new float[blockCount * Lanes]);

    /// <summary>Adds up one particle.</summary>
    /// <param name="slices">Slices of the components, [block, pixel, 2, component of the block].</param>
    /// <param name="data">What the consensus leaves of the particle, [pixel, 2].</param>
    /// <param name="powers">g, [pixel].</param>
    /// <param name="inverseNoise">1 / sigma² of every shell.</param>
    /// <param name="scale">a.</param>
    /// <param name="precision">G is added to it, [row, column].</param>
    /// <param name="projection">b is added to it.</param>
    public void Add(
        float[] slices,
        ReadOnlySpan<float> data,
        ReadOnlySpan<float> powers,
        ReadOnlySpan<float> inverseNoise,
        double scale,
        Span<double> precision,
        Span<double> projection)
    {
        var size = projection.Length;
        fixed (float* slice = slices, value = data, power = powers, row = _row)
        {
            for (var shell = 0; shell < _plan.ShellCount; shell++)
            {
                var weight = inverseNoise[shell] * scale;
                if (weight == 0)
                    continue;
                var (start, end) = (_plan.ShellStarts[shell], _plan.ShellStarts[shell + 1]);
                for (var block = 0; block < _blockCount; block++)
                    Cross(Block(slice, block), value, start, end, row + (block * Lanes));
                for (var q = 0; q < size; q++)
                    projection[q] += weight * row[q];
                for (var q = 0; q < size; q++)
                {
                    var component = Block(slice, q / Lanes) + (q % Lanes);
                    for (var block = 0; block <= q / Lanes; block++)
                        Product(component, Block(slice, block), power, start, end, row + (block * Lanes));
                    for (var r = 0; r <= q; r++)
                        precision[(q * size) + r] += weight * scale * row[r];
                }
            }
        }

        for (var q = 0; q < size; q++)
        {
            for (var r = 0; r < q; r++)
                precision[(r * size) + q] = precision[(q * size) + r];
        }
    }

    private float* Block(float* slices, int block) => slices + ((long)block * _plan.PixelCount * ClassMaps.FloatsPerVoxel);

    /// <summary>sum Re(conj(S) R) for eight components S.</summary>
    private static void Cross(float* block, float* data, int start, int end, float* sums)
    {
        var (re, im) = (Vector256<float>.Zero, Vector256<float>.Zero);
        for (var pixel = start; pixel < end; pixel++)
        {
            var slice = block + ((long)pixel * ClassMaps.FloatsPerVoxel);
            re += Vector256.Load(slice) * data[2 * pixel];
            im += Vector256.Load(slice + Lanes) * data[(2 * pixel) + 1];
        }

        (re + im).Store(sums);
    }

    /// <summary>sum g Re(conj(T) S) for one component T and eight components S.</summary>
    private static void Product(float* component, float* block, float* powers, int start, int end, float* sums)
    {
        var (re, im) = (Vector256<float>.Zero, Vector256<float>.Zero);
        for (var pixel = start; pixel < end; pixel++)
        {
            var offset = (long)pixel * ClassMaps.FloatsPerVoxel;
            re += Vector256.Load(block + offset) * (powers[pixel] * component[offset]);
            im += Vector256.Load(block + offset + Lanes) * (powers[pixel] * component[offset + Lanes]);
        }

        (re + im).Store(sums);
    }
}
