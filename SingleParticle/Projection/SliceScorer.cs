using System.Runtime.Intrinsics;

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
        for (var block = 0; block < maps.BlockCount; block++) ScoreBlock(slice, maps, block, slicePower, correlation, shellSums);
    }

    /// <summary>The same for the classes of one block, at their places in the arrays of all classes.</summary>
    internal void ScoreBlock(
        in ParticleSlice slice, ClassMaps maps, int block, Span<double> slicePower, Span<double> correlation, Span<float> shellSums)
    {
        SumBlock(slice, maps, block, shellSums.IsEmpty ? ShellChoice.WeightedOnly : ShellChoice.All);
        var first = block * ClassMaps.ClassesPerBlock;
        var count = Math.Min(ClassMaps.ClassesPerBlock, maps.ClassCount - first);
        for (var i = 0; i < count; i++)
        {
            (slicePower[first + i], correlation[first + i]) = Weigh(slice.ShellWeights, i);
            if (!shellSums.IsEmpty) CopyShells(i, shellSums.Slice((first + i) * 2 * plan.ShellCount, 2 * plan.ShellCount));
        }
    }

    private enum ShellChoice
    {
        WeightedOnly,
        All,
    }

    private void SumBlock(in ParticleSlice slice, ClassMaps maps, int block, ShellChoice wanted)
    {
        var voxels = maps.Block(block);
        fixed (float* data = slice.Data, powers = slice.Powers, sums = blockSums)
        {
            var view = new SliceView(slice.Geometry, data, powers);
            for (var shell = 0; shell < plan.ShellCount; shell++)
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

    private (double Power, double Correlation) Weigh(ReadOnlySpan<float> weights, int lane)
    {
        double power = 0, correlation = 0;
        for (var shell = 0; shell < weights.Length; shell++)
        {
            if (weights[shell] == 0) continue;
            power += (double)weights[shell] * blockSums[(shell * ClassMaps.FloatsPerVoxel) + lane];
            correlation += (double)weights[shell] * blockSums[(shell * ClassMaps.FloatsPerVoxel) + ClassMaps.ClassesPerBlock + lane];
        }
        return (power, correlation);
    }

    private void CopyShells(int lane, Span<float> target)
    {
        for (var shell = 0; shell < plan.ShellCount; shell++)
        {
            target[2 * shell] = blockSums[(shell * ClassMaps.FloatsPerVoxel) + lane];
            target[(2 * shell) + 1] = blockSums[(shell * ClassMaps.FloatsPerVoxel) + ClassMaps.ClassesPerBlock + lane];
        }
    }
}
