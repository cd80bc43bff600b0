using Host.Abstractions.Running;
using Plugin.Classify3D.Evidence;
using SingleParticle.Nodes.Pictures;

namespace Plugin.Classify3D.Reports;

/// <summary>How alike classes are, two by two.</summary>
internal static class SimilarityPictures
{
    /// <summary>How far every two classes share their particles.</summary>
    /// <param name="view">The classification.</param>
    public static Artifact Overlap(ClassificationView view) => new MatrixPicture
    {
        Title = "Overlap of classes",
        ValueName = "posteriors for maps that no particle is part of; 1 = as likely in either",
        Values = Square(view, pair => pair.Overlap, 1),
    }.ToArtifact("class_overlap");

    /// <summary>How far the maps of every two classes differ; its numbers are all that is known of the pairs.</summary>
    /// <param name="view">The classification.</param>
    public static Artifact Differences(ClassificationView view)
    {
        var largest = view.Evidence.Pairs.Select(pair => pair.RelativeDifference).DefaultIfEmpty(0).Max();
        return new MatrixPicture
        {
            Title = "Differences between class maps",
            ValueName = "RMS, in parts of the consensus' RMS",
            Values = Square(view, pair => pair.RelativeDifference, double.NaN),
            High = largest > 0 ? Math.Ceiling(10 * largest) / 10 : 1,
        }.ToArtifact("class_differences") with
        {
            NumbersCsv = view.Evidence.ToCsv().ToString(),
        };
    }

    private static double[,] Square(ClassificationView view, Func<ClassPair, double> value, double diagonal)
    {
        var square = new double[view.Result.ClassCount, view.Result.ClassCount];
        for (var k = 0; k < view.Result.ClassCount; k++)
            square[k, k] = diagonal;
        foreach (var pair in view.Evidence.Pairs)
            square[pair.First, pair.Second] = square[pair.Second, pair.First] = value(pair);
        return square;
    }
}
