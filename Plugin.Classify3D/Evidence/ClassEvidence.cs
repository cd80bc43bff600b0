using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Outputs;
using SingleParticle.Nodes.Tables;

namespace Plugin.Classify3D.Evidence;

/// <summary>What the data say about the classes: which are told apart, which look alike, whether there is anything to separate.</summary>
internal sealed class ClassEvidence
{
    /// <summary>Share of K that the mean ESS must reach for the classes to count as all alike.</summary>
    public const double LargestEssShare = 0.8;

    private ClassEvidence(IReadOnlyList<ClassPair> pairs, IReadOnlyList<double> heldOutPosteriors, double meanEffectiveSampleSize) =>
        (Pairs, HeldOutPosteriors, MeanEffectiveSampleSize) = (pairs, heldOutPosteriors, meanEffectiveSampleSize);

    /// <summary>Number of classes K.</summary>
    public int ClassCount => HeldOutPosteriors.Count;

    /// <summary>Every two classes, in the order (1, 2), (1, 3), ..., (2, 3), ...</summary>
    public IReadOnlyList<ClassPair> Pairs { get; }

    /// <summary>Of every class, the mean posterior that its particles have for it against maps they have no part in.</summary>
    public IReadOnlyList<double> HeldOutPosteriors { get; }

    /// <summary>Mean over particles of the ESS of those posteriors.</summary>
    public double MeanEffectiveSampleSize { get; }

    /// <summary>Pairs that nothing tells apart.</summary>
    public IEnumerable<ClassPair> AlikePairs => Pairs.Where(pair => pair.IsAlike);

    /// <summary>Whether the particles are as well described by one class.</summary>
    public bool NothingToSeparate =>
        ClassCount > 1 && (MeanEffectiveSampleSize >= LargestEssShare * ClassCount || Pairs.All(pair => pair.IsAlike));

    /// <summary>Gathers the evidence.</summary>
    /// <param name="problem">What stayed fixed.</param>
    /// <param name="result">The classification.</param>
    /// <param name="heldOut">Each half-set sorted by the maps of the other.</param>
    /// <param name="cancel">Stops the work.</param>
    public static ClassEvidence Gather(
        ClassificationProblem problem, Classification result, HeldOutResult heldOut, CancellationToken cancel)
    {
        var overlap = PosteriorOverlap.Cosines(problem, heldOut.Posteriors, result.ClassCount);
        var tests = new DifferenceTest(heldOut, problem.Engine.Data.Plane.LastShell, problem.ThreadCount).Run(problem.ThreadCount, cancel);
        var maps = Array.ConvertAll(result.Classes, solved => solved.Map);
        var unit = Math.Max(double.Epsilon, problem.Composition.ConsensusRms());
        var pairs = new List<ClassPair>();
        for (var k = 0; k < result.ClassCount; k++)
        {
            for (var l = k + 1; l < result.ClassCount; l++)
            {
                var test = tests[pairs.Count];
                var difference = problem.Composition.DifferenceRms(maps[k], maps[l]) / unit;
                pairs.Add(new ClassPair(k, l, overlap[k, l], difference, test.Significance, test.ResolutionAngstrom));
            }
        }

        var (kept, ess) = Certainty(problem, result, heldOut.Posteriors);
        return new ClassEvidence(pairs, kept, ess);
    }

    private static (double[] Kept, double Ess) Certainty(ClassificationProblem problem, Classification result, ReadOnlyMemory<float> table)
    {
        var posteriors = table.Span;
        var (kept, counts, ess) = (new double[result.ClassCount], new int[result.ClassCount], 0.0);
        foreach (var record in problem.UsableRecords)
        {
            var (k, start) = (result.ClassIndex[problem.Engine.Data.Rows[record]], record * result.ClassCount);
            kept[k] += posteriors[start + k];
            counts[k]++;
            ess += ClassPosteriors.EffectiveSampleSize(posteriors.Slice(start, result.ClassCount));
        }

        return ([.. kept.Select((sum, k) => sum / counts[k])], ess / problem.UsableRecords.Length);
    }

    /// <summary>Groups of classes of which every two are alike; classes that stand alone are left out.</summary>
    public IReadOnlyList<int[]> AlikeGroups()
    {
        var alike = AlikePairs.Select(pair => (pair.First, pair.Second)).ToHashSet();
        var groups = new List<List<int>>();
        for (var k = 0; k < ClassCount; k++)
        {
            if (groups.Find(group => group.TrueForAll(member => alike.Contains((member, k)))) is { } found)
                found.Add(k);
            else
                groups.Add([k]);
        }

        return [.. groups.Where(group => group.Count > 1).Select(group => group.ToArray())];
    }

    /// <summary>All pairs as a table.</summary>
    public CsvTable ToCsv()
    {
        var table = new CsvTable(
            "class_a", "class_b", "posterior_overlap", "relative_difference", "significance", "difference_resolution_angstrom", "verdict");
        foreach (var pair in Pairs)
            table.Add(
                pair.First + 1, pair.Second + 1, pair.Overlap, pair.RelativeDifference, pair.Significance, pair.ResolutionAngstrom,
                pair.IsAlike ? "alike" : "different");
        return table;
    }
}
