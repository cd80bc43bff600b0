using Host.Abstractions.Running;
using Plugin.Classify3D.Maximization;
using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Formats;
using SingleParticle.Particles;

namespace Plugin.Classify3D.Initialization;

/// <summary>Starting maps from the classes, or the posteriors, that the particles already carry.</summary>
/// <remarks>Goes on from an earlier classification, or shows what EM makes of the truth. The maps are filtered by their own FSC.</remarks>
internal static class ClassesStart
{
    private const string Target = "inputs.particles.alignments3D";

    /// <summary>Reconstructs one map per class.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="JobFailedException">The particles carry no classes, or another number of them.</exception>
    public static RegularisedMap[] Create(ClassificationProblem problem, CancellationToken cancel)
    {
        var given = Read(problem);
        using var statistics = new ClassStatistics(problem.Engine, given.ClassCount, CommonPart.Absent);
        var sizes = new double[given.ClassCount];
        foreach (var chunk in EstimationEngine.ChunksOf(problem.UsableRecords.Length))
        {
            var records = problem.UsableRecords.AsSpan(chunk.Start, chunk.Count);
            var contributions = new List<Contribution>(records.Length);
            for (var item = 0; item < records.Length; item++)
                Add(problem, given, records[item], item, contributions, sizes);
            var batch = problem.Engine.Data.Batch(records, problem.Consensus.Noise);
            problem.Engine.Insert(statistics.Maps, batch, contributions, cancel);
        }

        if (Array.FindIndex(sizes, size => size <= 0) is var empty and >= 0)
            throw new JobFailedException(
                "EMPTY_CLASS", Target, FormattableString.Invariant($"no particle is in class {empty + 1}"), "start from fewer classes");
        return ClassMapSolver.Solve(problem, statistics, sizes, null, cancel).Classes;
    }

    private static void Add(
        ClassificationProblem problem, ParticleClasses given, int record, int item, List<Contribution> contributions, double[] sizes)
    {
        var row = problem.Engine.Data.Rows[record];
        if (given.ClassIndex[row] < 0)
            return;
        var posteriors = given.PosteriorsOf(row);
        for (var k = 0; k < posteriors.Length; k++)
        {
            if (posteriors[k] <= problem.Options.PosteriorThreshold)
                continue;
            sizes[k] += posteriors[k];
            var map = EstimationEngine.MapIndex(k, problem.Engine.Data.HalfSets[record]);
            contributions.Add(Contribution.OfClass(item, map, posteriors[k], problem.Scale[record]));
        }
    }

    private static ParticleClasses Read(ClassificationProblem problem)
    {
        try
        {
            var classes = problem.Engine.Data.Set.Table.ReadClasses() ?? throw new JobFailedException(
                "NO_CLASSES", Target, "init_mode: classes needs particles with classes, and these carry none", "choose another init_mode");
            return classes.ClassCount == problem.Options.Classes
                ? classes
                : throw new JobFailedException(
                    "CLASS_COUNT",
                    Target,
                    FormattableString.Invariant($"the particles carry {classes.ClassCount} classes, the job has {problem.Options.Classes}"),
                    FormattableString.Invariant($"set classes: {classes.ClassCount}"));
        }
        catch (DataFileException problemFound)
        {
            throw new JobFailedException(
                [new("BAD_CLASSES", Host.Abstractions.Planning.DiagnosticSeverity.Error, Target, problemFound.Message)], problemFound);
        }
    }
}
