using SingleParticle.Compute;
using SingleParticle.Volumes;

namespace SingleParticle.Projection;

/// <summary>The transforms of K class maps, interleaved so that one interpolation serves eight classes.</summary>
/// <remarks>
/// Blocks of eight classes; in a block each voxel is one cache line: eight real parts, then eight imaginary ones. Classes that fill
/// up the last block are zero. Values are already multiplied by the projection's scale, so that a slice is in the units of images.
/// Loading is not thread-safe; reading is.
/// </remarks>
public sealed unsafe class ClassMaps : IDisposable
{
    internal const int ClassesPerBlock = 8;
    internal const int FloatsPerVoxel = 2 * ClassesPerBlock;
    private readonly NativeBuffer[] blocks;

    /// <summary>Reserves memory for K maps, all zero.</summary>
    /// <param name="plan">Grid and scale.</param>
    /// <param name="classCount">K, at least 1.</param>
    public ClassMaps(SlicePlan plan, int classCount)
        : this(plan, ClassOrder.AsGiven(classCount))
    {
    }

    /// <summary>Reserves memory for maps, all zero.</summary>
    /// <param name="plan">Grid and scale.</param>
    /// <param name="order">Which of them lie side by side; at least one.</param>
    public ClassMaps(SlicePlan plan, ClassOrder order)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentOutOfRangeException.ThrowIfZero(order.ClassCount, nameof(order));
        Plan = plan;
        Order = order;
        blocks = new NativeBuffer[(order.ClassCount + ClassesPerBlock - 1) / ClassesPerBlock];
        for (var i = 0; i < blocks.Length; i++) blocks[i] = new NativeBuffer((long)plan.Grid.VoxelCount * FloatsPerVoxel);
    }

    /// <summary>Grid and scale.</summary>
    public SlicePlan Plan { get; }

    /// <summary>K.</summary>
    public int ClassCount => Order.ClassCount;

    /// <summary>Which classes lie side by side.</summary>
    public ClassOrder Order { get; }

    /// <summary>Blocks of eight classes.</summary>
    public int BlockCount => blocks.Length;

    /// <summary>Takes in the map of one class: deapodised, transformed, scaled.</summary>
    /// <param name="classIndex">Class, 0-based.</param>
    /// <param name="map">Density on the working box.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public void Load(int classIndex, Volume map, int threadCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(classIndex, ClassCount);
        var place = Order.PlaceOf(classIndex);
        var first = Block(place / ClassesPerBlock) + (place % ClassesPerBlock);
        GridTransform.Load(map, Plan, new VoxelLayout(first, FloatsPerVoxel, ClassesPerBlock), threadCount);
    }

    /// <summary>Frees the maps.</summary>
    public void Dispose()
    {
        foreach (var block in blocks) block.Dispose();
    }

    /// <summary>Classes in a block; the last one may have less than eight.</summary>
    internal int ClassesIn(int block) => Math.Min(ClassesPerBlock, ClassCount - (block * ClassesPerBlock));

    internal float* Block(int index)
    {
        ObjectDisposedException.ThrowIf(blocks[index].Pointer is null, this);
        return blocks[index].Pointer;
    }
}
