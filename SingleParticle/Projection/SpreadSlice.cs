using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SingleParticle.Compute;

namespace SingleParticle.Projection;

/// <summary>One particle spread over the grid by the adjoint of P, ready to be added to any number of maps.</summary>
/// <remarks>
/// P^T(Y / sigma²) and P^T(g / sigma²) of docs/method/2-projection.md, equations 2.9 and 2.10, are the same for every map; only their
/// weights differ. Spread once over the voxels of its footprint, a particle costs a map a fraction of what spreading it anew would.
/// Memory is reused from particle to particle; one thread at a time.
/// </remarks>
public sealed unsafe class SpreadSlice : IDisposable
{
    private const int ComplexPerBlock = 2 * FourierGrid.VoxelsPerBlock;
    private readonly SlicePlan plan;
    private readonly SliceFootprint footprint;
    private NativeBuffer? numerator;
    private NativeBuffer? denominator;

    /// <summary>Allocates what does not depend on the slice.</summary>
    /// <param name="plan">Pixels and grid.</param>
    public SpreadSlice(SlicePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        this.plan = plan;
        footprint = new SliceFootprint(plan.Grid);
        if (plan.LowFrequency is not null) LowFrequency = new SpreadSlice(plan.LowFrequency);
    }

    /// <summary>Its lowest shells, spread over the finer grid; null in those themselves.</summary>
    internal SpreadSlice? LowFrequency { get; }

    /// <summary>Spreads a particle in place of the one before.</summary>
    /// <param name="slice">The particle, its geometry computed for insertion.</param>
    public void Spread(in ParticleSlice slice)
    {
        footprint.Compute(slice.Geometry.Frame);
        Clear(ref numerator, (long)footprint.BlockCount * ComplexPerBlock);
        Clear(ref denominator, (long)footprint.BlockCount * FourierGrid.VoxelsPerBlock);
        fixed (int* rowStarts = footprint.RowStarts)
        {
            var rowCount = footprint.RowStarts.Length;
            InsertionKernels.Insert(slice, 1, 1, new InsertionView(numerator!.Pointer, denominator!.Pointer, rowStarts, 0, rowCount));
        }

        LowFrequency?.Spread(slice.LowFrequency());
    }

    /// <summary>Adds the particle to a map: num += dataWeight P^T(Y / sigma²), den += powerWeight P^T(g / sigma²).</summary>
    /// <param name="map">Statistics on the same grid.</param>
    /// <param name="dataWeight">Weight of the data.</param>
    /// <param name="powerWeight">Weight of the CTF power.</param>
    /// <param name="slab">Which slab of sections, from 0.</param>
    /// <param name="slabCount">How many slabs there are; each is one thread's at a time.</param>
    public void AddTo(BackProjection map, double dataWeight, double powerWeight, int slab = 0, int slabCount = 1)
    {
        ArgumentNullException.ThrowIfNull(map);
        var (first, end) = (FirstBlock(slab, slabCount), FirstBlock(slab + 1, slabCount));
        float* source = numerator!.Pointer + ((long)first * ComplexPerBlock), target = map.Numerator.Pointer;
        float* sourcePower = denominator!.Pointer + ((long)first * FourierGrid.VoxelsPerBlock), targetPower = map.Denominator.Pointer;
        var (weight, weightOfPower) = (Vector256.Create((float)dataWeight), Vector128.Create((float)powerWeight));
        foreach (nint voxel in footprint.Blocks[first..end])
        {
            float* complex = target + (2 * voxel), power = targetPower + voxel;
            Vector256.FusedMultiplyAdd(Vector256.Load(source), weight, Vector256.Load(complex)).Store(complex);
            Vector128.FusedMultiplyAdd(Vector128.Load(sourcePower), weightOfPower, Vector128.Load(power)).Store(power);
            source += ComplexPerBlock;
            sourcePower += FourierGrid.VoxelsPerBlock;
        }

        GC.KeepAlive(map);
        // Small, so whoever has the first slab does all of it.
        if (slab == 0) LowFrequency?.AddTo(map.LowFrequency!, dataWeight, powerWeight);
    }

    /// <summary>Adds the particle to a block of interleaved maps, [voxel, 3, map].</summary>
    internal void AddTo(NativeBuffer maps, ReadOnlySpan<float> factors, int slab, int slabCount)
    {
        var (first, end) = (FirstBlock(slab, slabCount), FirstBlock(slab + 1, slabCount));
        var (data, powers) = (Vector256.Create(factors), Vector256.Create(factors[SeveralBackProjections.MapsPerBlock..]));
        float* source = numerator!.Pointer + ((long)first * ComplexPerBlock), target = maps.Pointer;
        var sourcePower = denominator!.Pointer + ((long)first * FourierGrid.VoxelsPerBlock);
        foreach (nint voxel in footprint.Blocks[first..end])
        {
            var sum = target + (voxel * SeveralBackProjections.FloatsPerVoxel);
            for (var i = 0; i < FourierGrid.VoxelsPerBlock; i++, sum += SeveralBackProjections.FloatsPerVoxel)
            {
                Add(sum, data, source[2 * i]);
                Add(sum + SeveralBackProjections.MapsPerBlock, data, source[(2 * i) + 1]);
                Add(sum + (2 * SeveralBackProjections.MapsPerBlock), powers, sourcePower[i]);
            }

            source += ComplexPerBlock;
            sourcePower += FourierGrid.VoxelsPerBlock;
        }

        GC.KeepAlive(maps);

        static void Add(float* sum, Vector256<float> factors, float value) =>
            Vector256.FusedMultiplyAdd(factors, Vector256.Create(value), Vector256.LoadAligned(sum)).StoreAligned(sum);
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        numerator?.Dispose();
        denominator?.Dispose();
        LowFrequency?.Dispose();
    }

    /// <summary>First block kept of a slab.</summary>
    private int FirstBlock(int slab, int slabCount)
    {
        if (slab == slabCount) return footprint.BlockCount;
        var found = footprint.Blocks.BinarySearch(plan.Grid.RowStarts[plan.Grid.FirstRow(slab, slabCount)]);
        return found < 0 ? ~found : found;
    }

    private static void Clear(ref NativeBuffer? voxels, long length)
    {
        if (voxels?.Length >= length)
        {
            NativeMemory.Clear(voxels.Pointer, (nuint)length * sizeof(float));
            return;
        }

        voxels?.Dispose();
        voxels = new NativeBuffer(length + (length / 4));
    }
}
