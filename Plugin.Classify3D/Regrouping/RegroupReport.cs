using Host.Abstractions.Running;
using Plugin.Classify3D.Outputs;
using SingleParticle.Nodes.Pictures;

namespace Plugin.Classify3D.Regrouping;

/// <summary>Pictures of how classes were merged.</summary>
internal static class RegroupReport
{
    /// <summary>The tree of classes, cut where merging stopped.</summary>
    /// <param name="tree">All merges.</param>
    /// <param name="result">Groups.</param>
    /// <param name="options">Options of the job.</param>
    public static Artifact Tree(ClassTree tree, RegroupedClasses result, RegroupClassesOptions options) => new Dendrogram
    {
        Title = "Classes that look alike join early",
        DistanceName = "distance (0 = alike, 1 = nothing in common)",
        Leaves = [.. Enumerable.Range(0, tree.ClassCount).Select(ClassificationOutputs.LabelOf)],
        Groups = result.GroupOf,
        Merges = [.. tree.Merges.Select(merge => new DendrogramMerge(merge.First, merge.Second, merge.Distance))],
        Cut = options.Groups is null ? options.Threshold : CutFor(tree, result.GroupCount),
    }.ToArtifact("class_tree");

    /// <summary>Distances of all pairs.</summary>
    /// <param name="distances">Distances.</param>
    public static Artifact Distances(double[,] distances) => new MatrixPicture
    {
        Title = "Distances between classes",
        ValueName = "0 = alike, 1 = nothing in common",
        Values = distances,
    }.ToArtifact("class_distances");

    // Half way between the last merge that was made and the first that was not.
    private static double? CutFor(ClassTree tree, int groupCount)
    {
        var made = tree.ClassCount - groupCount;
        if (tree.Merges.Count == 0)
            return null;
        var last = made == 0 ? 0 : tree.Merges[made - 1].Distance;
        return made == tree.Merges.Count ? last * 1.02 : (last + tree.Merges[made].Distance) / 2;
    }
}
