using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SingleParticle.Optics;

namespace SingleParticle.Projection;

/// <summary>Which voxels of the grid the taps of one slice can fall on, and where each of them lies when no others are kept.</summary>
/// <remarks>
/// A slice is a plane through the origin with normal n, and a tap is at most Reach voxels away from its coordinate on every axis: voxels
/// touched have |n . v| at most Reach (|n_x| + |n_y| + |n_z|). Of every row that is one run, kept in whole blocks of four voxels, rows in
/// the grid's order. In a grid of 90 voxels that is a ninth of all, which fits the processor's second-level cache. Buffers are reused.
/// </remarks>
internal sealed unsafe class SliceFootprint
{
    // Coordinates are rounded to single precision.
    private const float Slack = 1e-3f;

    // The smallest n_x that rows are cut by: below it, rows lie in the plane or beside it.
    private const double LeastSlope = 1e-6;

    private readonly FourierGrid grid;
    private readonly int[] firsts;
    private readonly int[] counts;
    private readonly int[] rowStarts;
    private readonly int[] blocks;

    /// <summary>Allocates the buffers.</summary>
    /// <param name="grid">Grid of the maps.</param>
    public SliceFootprint(FourierGrid grid)
    {
        this.grid = grid;
        firsts = new int[grid.Side * grid.Side];
        counts = new int[firsts.Length];
        rowStarts = GC.AllocateArray<int>(firsts.Length, pinned: true);
        blocks = new int[grid.VoxelCount / FourierGrid.VoxelsPerBlock];
    }

    /// <summary>First voxel in the grid of every block kept, ascending.</summary>
    public ReadOnlySpan<int> Blocks => blocks.AsSpan(0, BlockCount);

    /// <summary>Number of blocks kept.</summary>
    public int BlockCount { get; private set; }

    /// <summary>Where the start (x = -1) of every row would lie among the voxels kept, [z, y]; pinned.</summary>
    public ReadOnlySpan<int> RowStarts => rowStarts;

    /// <summary>Works out the footprint of a slice.</summary>
    /// <param name="frame">Pose and magnification.</param>
    public void Compute(SliceFrame frame)
    {
        var normal = frame.U.Cross(frame.V);
        var sign = normal.X < 0 ? -1 : 1;
        var (x, y, z) = (Math.Abs(normal.X), sign * normal.Y, sign * normal.Z);
        var sum = x + Math.Abs(y) + Math.Abs(z);
        var slope = Math.Max(x, LeastSlope * sum);
        var (perY, perZ, width) = ((float)(-y / slope), (float)(-z / slope), (float)((InterpolationKernel.Reach + Slack) * sum / slope));
        for (var section = 0; section < grid.Side; section++)
            CutSection(section, InterpolationKernel.TapsBelow + ((section - grid.Half) * perZ), perY, width);
        Gather();
    }

    /// <summary>The run of every row of a section; the slice's plane cuts row y at voxel middle + y perY of the row.</summary>
    private void CutSection(int section, float middle, float perY, float width)
    {
        var (lanes, reach) = (Vector256<float>.Count, Vector256.Create(width));
        ref var length = ref MemoryMarshal.GetReference(grid.RowLengths);
        for (var column = 0; column < grid.Side; column += lanes)
        {
            // The last rows again, rather than beyond the section.
            column = Math.Min(column, grid.Side - lanes);
            var row = (nuint)((section * grid.Side) + column);
            var lengths = Vector256.LoadUnsafe(ref length, row);
            var y = Vector256<float>.Indices + Vector256.Create((float)(column - grid.Half));
            var centre = (y * perY) + Vector256.Create(middle);
            var first = Vector256.ConvertToInt32(Vector256.Max(Vector256.Ceiling(centre - reach), Vector256<float>.Zero));
            var last = Vector256.Floor(Vector256.Min(centre + reach, Vector256.ConvertToSingle(lengths - Vector256<int>.One)));
            var count = Vector256.ConvertToInt32(last) - first + Vector256.Create(FourierGrid.VoxelsPerBlock);
            count = Vector256.Max(count, Vector256<int>.Zero) & Vector256.Create(-FourierGrid.VoxelsPerBlock);
            count.StoreUnsafe(ref counts[0], row);
            Vector256.Min(first, lengths - count).StoreUnsafe(ref firsts[0], row);
        }
    }

    private void Gather()
    {
        fixed (int* first = firsts, count = counts, keptStarts = rowStarts, gridStarts = grid.RowStarts, kept = blocks)
        {
            var next = kept;
            for (nint row = 0; row < firsts.Length; row++)
            {
                if (count[row] == 0) continue;
                keptStarts[row] = ((int)(next - kept) * FourierGrid.VoxelsPerBlock) - first[row];
                var start = gridStarts[row] + first[row];
                for (var end = start + count[row]; start < end; start += FourierGrid.VoxelsPerBlock) *next++ = start;
            }

            BlockCount = (int)(next - kept);
        }
    }
}
