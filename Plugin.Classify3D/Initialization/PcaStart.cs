using Plugin.Classify3D.Initialization.Pca;
using SingleParticle.Estimation;
using SingleParticle.Fourier;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Initialization;

/// <summary>Starting maps from many small reconstructions, clustered by the components in which they differ most.</summary>
/// <remarks>Section 6, step 2 of docs/method/3-classification.md.</remarks>
internal static class PcaStart
{
    private const ulong StreamKey = 0x706361;
    private const int ClusteringRestartCount = 20;

    /// <summary>Finds one map per class: the average of a cluster of reconstructions.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="seed">Draws the subsets and the starts of the clustering.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="cancel">Stops the work.</param>
    public static RegularisedMap[] Create(ClassificationProblem problem, ulong seed, int threadCount, CancellationToken cancel)
    {
        var random = new RandomStream(seed).Split(StreamKey);
        var maps = new SubsetReconstructions(problem, threadCount).Create(random.Split(0), cancel);
        var mask = VolumeResampler.Resample(problem.Composition.Reach, maps[0].BoxVoxels, threadCount, cancel);
        var coordinates = PrincipalComponents.Coordinates(maps, mask, problem.Options.InitComponents);
        var cluster = KMeans.Fit(coordinates, problem.Options.Classes, ClusteringRestartCount, random.Split(1));
        var classes = new RegularisedMap[problem.Options.Classes];
        for (var k = 0; k < classes.Length; k++)
        {
            var members = Enumerable.Range(0, maps.Length).Where(index => cluster[index] == k).Select(index => maps[index]);
            var map = VolumeResampler.Resample(Average([.. members]), problem.Composition.Reach.BoxVoxels, threadCount, cancel);
            classes[k] = StartMap.LowPassed(problem, map, threadCount);
        }

        return classes;
    }

    private static Volume Average(Volume[] maps)
    {
        var values = new float[maps[0].Values.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)maps.Average(map => (double)map.Values[i]);
        return maps[0].WithValues(values);
    }
}
