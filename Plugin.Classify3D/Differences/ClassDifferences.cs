using Plugin.Classify3D.Expectation;
using SingleParticle.Estimation;
using SingleParticle.Particles;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Differences;

/// <summary>
/// What the half maps of classes differ by from those of the consensus, where classes can differ, cleared of what sorting has put in.
/// </summary>
/// <remarks>Equation 17 of docs/method/3-classification.md.</remarks>
internal sealed class ClassDifferences
{
    private readonly Sorting _sorting;
    private readonly float[][] _consensus;
    private readonly float[][] _references;

    /// <summary>Starts with no class.</summary>
    /// <param name="reach">Where classes can differ.</param>
    /// <param name="consensus">The consensus.</param>
    /// <param name="sorting">How the particles were sorted.</param>
    public ClassDifferences(Volume reach, RegularisedMap consensus, Sorting sorting)
    {
        _sorting = sorting;
        Voxels = new MaskedVoxels(reach);
        _consensus = [Voxels.Gather(consensus.HalfA), Voxels.Gather(consensus.HalfB)];
        _references = [.. sorting.References.Select(Voxels.Gather)];
        Halves = [new float[_references.Length][], new float[_references.Length][]];
    }

    /// <summary>The voxels where classes can differ.</summary>
    public MaskedVoxels Voxels { get; }

    /// <summary>Differences, [half][class][voxel]; null for a class that has not been set.</summary>
    public float[][][] Halves { get; }

    /// <summary>Sets a class.</summary>
    /// <param name="classIndex">Class, 0-based.</param>
    /// <param name="halves">Its half maps, weakly regularised.</param>
    public void Set(int classIndex, RegularisedMap halves)
    {
        Halves[0][classIndex] = Difference(HalfSet.A, classIndex, halves.HalfA, _consensus[0]);
        Halves[1][classIndex] = Difference(HalfSet.B, classIndex, halves.HalfB, _consensus[1]);
    }

    /// <summary>Sets a class of which nothing is known.</summary>
    /// <param name="classIndex">Class, 0-based.</param>
    public void SetUnknown(int classIndex) =>
        (Halves[0][classIndex], Halves[1][classIndex]) = (new float[Voxels.Count], new float[Voxels.Count]);

    /// <summary>sum_k w_k D_k of a half-set.</summary>
    /// <param name="half">0 for A, 1 for B.</param>
    /// <param name="weightOf">w by class.</param>
    public Volume Combination(int half, Func<int, double> weightOf)
    {
        var sum = new float[Voxels.Count];
        for (var k = 0; k < _references.Length; k++)
            VectorSums.AddScaled(Halves[half][k], (float)weightOf(k), sum);
        return Voxels.Scattered(sum);
    }

    private float[] Difference(HalfSet half, int classIndex, Volume map, float[] consensus)
    {
        var values = Voxels.Gather(map);
        for (var i = 0; i < values.Length; i++)
            values[i] = (values[i] - consensus[i]) / (float)HalfMapSolver.HalfMapGain;
        for (var l = 0; l < _references.Length; l++)
            VectorSums.AddScaled(_references[l], -(float)_sorting.Sharing.SelectionBias(half, classIndex, l), values);
        return values;
    }
}
