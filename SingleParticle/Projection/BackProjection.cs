using SingleParticle.Compute;

namespace SingleParticle.Projection;

/// <summary>The sufficient statistics of one map: weighted data and weighted CTF power, spread over the grid by the adjoint of P.</summary>
/// <remarks>
/// num += p a P^T(Y / sigma²) and den += p a² P^T(g / sigma²) with Y = conj(C) X and g = |C|² (docs/method/2-projection.md, equations
/// 2.9 and 2.10), in units of images, single precision, in the layout of <see cref="FourierGrid"/>. Particles inserted in the same order
/// give the same bits, however the rows are shared among threads. One thread per slab at a time.
/// </remarks>
public sealed unsafe class BackProjection : IDisposable
{
    /// <summary>Reserves memory, all zero.</summary>
    /// <param name="plan">Pixels, grid and scale.</param>
    public BackProjection(SlicePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        Numerator = new NativeBuffer(2L * plan.Grid.VoxelCount);
        Denominator = new NativeBuffer(plan.Grid.VoxelCount);
        if (plan.LowFrequency is not null) LowFrequency = new BackProjection(plan.LowFrequency);
    }

    /// <summary>Pixels, grid and scale.</summary>
    public SlicePlan Plan { get; }

    /// <summary>num, [voxel, 2].</summary>
    public NativeBuffer Numerator { get; }

    /// <summary>den, [voxel].</summary>
    public NativeBuffer Denominator { get; }

    /// <summary>The lowest shells once more, on a grid twice as fine.</summary>
    internal BackProjection? LowFrequency { get; }

    /// <summary>Adds one particle.</summary>
    /// <param name="geometry">Its slice, computed for insertion.</param>
    /// <param name="data">Y, [pixel, 2].</param>
    /// <param name="powers">g, [pixel].</param>
    /// <param name="inverseNoise">1 / sigma² of every shell; 0 leaves a shell out.</param>
    /// <param name="posterior">p, the weight of the particle.</param>
    /// <param name="scale">a, the particle's scale.</param>
    public void Insert(
        SliceGeometry geometry,
        ReadOnlySpan<float> data,
        ReadOnlySpan<float> powers,
        ReadOnlySpan<float> inverseNoise,
        double posterior,
        double scale)
    {
        InsertSlab(
            new ParticleSlice(geometry, data, powers, inverseNoise), posterior * scale, posterior * scale * scale, 0, 1);
    }

    /// <summary>Mixes in other statistics: this = own factor x this + other factor x other, as online batches do.</summary>
    /// <param name="ownFactor">Weight of what is here.</param>
    /// <param name="other">Statistics on the same grid.</param>
    /// <param name="otherFactor">Weight of the other statistics.</param>
    public void Mix(float ownFactor, BackProjection other, float otherFactor)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Plan.Grid.VoxelCount != Plan.Grid.VoxelCount)
        {
            throw new ArgumentException(
                $"statistics on {other.Plan.Grid.VoxelCount} voxels cannot be mixed into {Plan.Grid.VoxelCount}", nameof(other));
        }
        Numerator.Mix(ownFactor, other.Numerator, otherFactor);
        Denominator.Mix(ownFactor, other.Denominator, otherFactor);
        if (other.LowFrequency is not null) LowFrequency?.Mix(ownFactor, other.LowFrequency, otherFactor);
    }

    /// <summary>Multiplies all statistics by a factor.</summary>
    /// <param name="factor">Factor.</param>
    public void Multiply(float factor)
    {
        Numerator.Multiply(factor);
        Denominator.Multiply(factor);
        LowFrequency?.Multiply(factor);
    }

    /// <summary>Sets all statistics to zero.</summary>
    public void Clear()
    {
        Numerator.Clear();
        Denominator.Clear();
        LowFrequency?.Clear();
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        Numerator.Dispose();
        Denominator.Dispose();
        LowFrequency?.Dispose();
    }

    /// <summary>Adds one particle to the sections of one slab.</summary>
    internal void InsertSlab(in ParticleSlice slice, double dataFactor, double powerFactor, int slab, int slabCount)
    {
        var (firstRow, endRow) = (Plan.Grid.FirstRow(slab, slabCount), Plan.Grid.FirstRow(slab + 1, slabCount));
        fixed (int* rowStarts = Plan.Grid.RowStarts)
        {
            var target = new InsertionView(Numerator.Pointer, Denominator.Pointer, rowStarts, firstRow, endRow);
            InsertionKernels.Insert(slice, dataFactor, powerFactor, target);
        }

        // Small, so whoever has the first slab does all of it.
        if (slab == 0 && LowFrequency is not null)
            LowFrequency.InsertSlab(slice.LowFrequency(), dataFactor, powerFactor, 0, 1);
    }
}
