using System.Runtime.Intrinsics;
using SingleParticle.Compute;

namespace SingleParticle.Projection;

/// <summary>Compares one particle with every class: A = sum |C S|² / sigma² and B = sum Re(conj(C S) X) / sigma².</summary>
/// <remarks>
/// docs/method/2-projection.md, equations 2.6 to 2.8. Interpolation is fused with the sums, so that slices never reach memory; sums run
/// in single precision within a shell and in double precision over shells. One instance per thread.
/// </remarks>
public sealed unsafe class SliceScorer
{
    private readonly SlicePlan plan;
    private readonly float[] blockSums;

    /// <summary>Allocates buffers.</summary>
    /// <param name="plan">Pixels and grid.</param>
    public SliceScorer(SlicePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        this.plan = plan;
        blockSums = new float[plan.ShellCount * ClassMaps.FloatsPerVoxel];
    }

    /// <summary>A and B of every class.</summary>
    /// <param name="slice">The particle.</param>
    /// <param name="maps">The classes.</param>
    /// <param name="slicePower">Receives A, [class].</param>
    /// <param name="correlation">Receives B, [class].</param>
    public void Score(in ParticleSlice slice, ClassMaps maps, Span<double> slicePower, Span<double> correlation) =>
        Score(slice, maps, slicePower, correlation, default);

    /// <summary>A and B of every class, and the unweighted sums of every shell they were made of.</summary>
    /// <param name="slice">The particle.</param>
    /// <param name="maps">The classes.</param>
    /// <param name="slicePower">Receives A, [class].</param>
    /// <param name="correlation">Receives B, [class].</param>
    /// <param name="shellSums">Receives sum g |S|² and sum Re(conj(S) Y), [class, shell, 2]; empty where not wanted.</param>
    public void Score(
        in ParticleSlice slice, ClassMaps maps, Span<double> slicePower, Span<double> correlation, Span<float> shellSums)
    {
        ArgumentNullException.ThrowIfNull(maps);
        slicePower[..maps.ClassCount].Clear();
        correlation[..maps.ClassCount].Clear();
        for (var block = 0; block < maps.BlockCount; block++)
            AddShells(slice, maps, block, new IndexChunk(0, plan.ShellCount), slicePower, correlation, shellSums);
    }

    /// <summary>Adds some shells for the classes of one block, at their places in the arrays of all classes.</summary>
    /// <remarks>All shells in order, however they are cut, give the same bits.</remarks>
    internal void AddShells(
        in ParticleSlice slice,
        ClassMaps maps,
        int block,
        IndexChunk shells,
        Span<double> slicePower,
        Span<double> correlation,
        Span<float> shellSums)
    {
        SumBlock(slice, maps, block, shells, shellSums.IsEmpty ? ShellChoice.WeightedOnly : ShellChoice.All);
        for (var lane = 0; lane < maps.ClassesIn(block); lane++)
        {
            var k = maps.Order.ClassAt((block * ClassMaps.ClassesPerBlock) + lane);
            Weigh(slice.ShellWeights, shells, lane, ref slicePower[k], ref correlation[k]);
            if (!shellSums.IsEmpty) CopyShells(lane, shells, shellSums.Slice(k * 2 * plan.ShellCount, 2 * plan.ShellCount));
        }
    }

    private enum ShellChoice
    {
        WeightedOnly,
        All,
    }

    private void SumBlock(in ParticleSlice slice, ClassMaps maps, int block, IndexChunk shells, ShellChoice wanted)
    {
        var voxels = maps.Block(block);
        fixed (float* data = slice.Data, powers = slice.Powers, sums = blockSums)
        {
            var view = new SliceView(slice.Geometry, data, powers);
            for (var shell = shells.Start; shell < shells.End; shell++)
            {
                var target = sums + (shell * ClassMaps.FloatsPerVoxel);
                if (wanted == ShellChoice.WeightedOnly && slice.ShellWeights[shell] == 0) continue;
                var (start, end) = (plan.ShellStarts[shell], plan.ShellStarts[shell + 1]);
                if (Vector512.IsHardwareAccelerated) SliceKernelVector512.ScoreShell(view, voxels, start, end, target);
                else if (Vector256.IsHardwareAccelerated) SliceKernelVector256.ScoreShell(view, voxels, start, end, target);
                else SliceKernelScalar.ScoreShell(view, voxels, start, end, target);
            }
        }
        GC.KeepAlive(slice.Geometry);
        GC.KeepAlive(maps);
    }

    private void Weigh(ReadOnlySpan<float> weights, IndexChunk shells, int lane, ref double power, ref double correlation)
    {
        for (var shell = shells.Start; shell < shells.End; shell++)
        {
            if (weights[shell] == 0) continue;
            power += (double)weights[shell] * blockSums[(shell * ClassMaps.FloatsPerVoxel) + lane];
            correlation += (double)weights[shell] * blockSums[(shell * ClassMaps.FloatsPerVoxel) + ClassMaps.ClassesPerBlock + lane];
        }
    }

    private void CopyShells(int lane, IndexChunk shells, Span<float> target)
    {
        for (var shell = shells.Start; shell < shells.End; shell++)
        {
            target[2 * shell] = blockSums[(shell * ClassMaps.FloatsPerVoxel) + lane];
            target[(2 * shell) + 1] = blockSums[(shell * ClassMaps.FloatsPerVoxel) + ClassMaps.ClassesPerBlock + lane];
        }
    }
}
