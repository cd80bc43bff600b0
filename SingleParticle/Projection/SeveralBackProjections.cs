using SingleParticle.Compute;

namespace SingleParticle.Projection;

/// <summary>The statistics of several maps that all take the same particles, each with weights of its own.</summary>
/// <remarks>
/// What <see cref="BackProjection"/> is for one map: blocks of eight maps lie interleaved, so that a particle, spread once, is added to all
/// of them together. Particles inserted in the same order give the same bits, however the sections are shared among threads.
/// </remarks>
public sealed unsafe class SeveralBackProjections : IDisposable
{
    internal const int MapsPerBlock = 8;

    // Real and imaginary parts of num, and den.
    internal const int FloatsPerVoxel = 3 * MapsPerBlock;

    private readonly NativeBuffer[] _blocks;
    private readonly SeveralBackProjections? _lowFrequency;

    /// <summary>Reserves memory, all zero.</summary>
    /// <param name="plan">Pixels, grid and scale.</param>
    /// <param name="mapCount">Number of maps.</param>
    public SeveralBackProjections(SlicePlan plan, int mapCount)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mapCount);
        (Plan, MapCount) = (plan, mapCount);
        _blocks = new NativeBuffer[(mapCount + MapsPerBlock - 1) / MapsPerBlock];
        for (var i = 0; i < _blocks.Length; i++)
            _blocks[i] = new NativeBuffer((long)plan.Grid.VoxelCount * FloatsPerVoxel);
        if (plan.LowFrequency is not null)
            _lowFrequency = new SeveralBackProjections(plan.LowFrequency, mapCount);
    }

    /// <summary>Pixels, grid and scale.</summary>
    public SlicePlan Plan { get; }

    /// <summary>Number of maps.</summary>
    public int MapCount { get; }

    /// <summary>Adds one particle to the sections of one slab of all maps.</summary>
    /// <param name="slice">The particle, spread.</param>
    /// <param name="dataFactors">What the data are multiplied by for every map.</param>
    /// <param name="powerFactors">What the powers are multiplied by for every map.</param>
    /// <param name="slab">Which slab, from 0.</param>
    /// <param name="slabCount">How many slabs there are; each is one thread's at a time.</param>
    public void AddSlab(
        SpreadSlice slice, ReadOnlySpan<double> dataFactors, ReadOnlySpan<double> powerFactors, int slab, int slabCount)
    {
        ArgumentNullException.ThrowIfNull(slice);
        ArgumentOutOfRangeException.ThrowIfNotEqual(dataFactors.Length, MapCount);
        ArgumentOutOfRangeException.ThrowIfNotEqual(powerFactors.Length, MapCount);
        Span<float> factors = stackalloc float[2 * MapsPerBlock];
        for (var block = 0; block < _blocks.Length; block++)
        {
            factors.Clear();
            for (var i = 0; i < Math.Min(MapsPerBlock, MapCount - (block * MapsPerBlock)); i++)
            {
                factors[i] = (float)dataFactors[(block * MapsPerBlock) + i];
                factors[MapsPerBlock + i] = (float)powerFactors[(block * MapsPerBlock) + i];
            }

            slice.AddTo(_blocks[block], factors, slab, slabCount);
        }

        if (slab == 0 && _lowFrequency is not null)
            _lowFrequency.AddSlab(slice.LowFrequency!, dataFactors, powerFactors, 0, 1);
    }

    /// <summary>The statistics of one map, ready for a reconstruction.</summary>
    /// <param name="mapIndex">0-based map.</param>
    public FoldedStatistics Fold(int mapIndex)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)mapIndex, (uint)MapCount, nameof(mapIndex));
        var first = _blocks[mapIndex / MapsPerBlock].Pointer + (mapIndex % MapsPerBlock);
        var folded = FoldedStatistics.Of(
            Plan,
            new VoxelLayout(first, FloatsPerVoxel, MapsPerBlock),
            new VoxelLayout(first + (2 * MapsPerBlock), FloatsPerVoxel, 0),
            _lowFrequency?.Fold(mapIndex));
        GC.KeepAlive(this);
        return folded;
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        foreach (var block in _blocks)
            block.Dispose();
        _lowFrequency?.Dispose();
    }
}
