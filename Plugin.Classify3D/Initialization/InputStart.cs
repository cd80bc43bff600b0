using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using SingleParticle.Estimation;
using SingleParticle.Fourier;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Initialization;

/// <summary>Starting maps that are given.</summary>
internal static class InputStart
{
    /// <summary>Name of the input.</summary>
    public const string InputName = "initial_volumes";

    /// <summary>Reads one map per class, brings them to the working box and to the consensus' contrast, and low-passes them.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="context">The job.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="JobFailedException">They are not K, lie on another grid, or are not of this molecule.</exception>
    public static RegularisedMap[] Create(ClassificationProblem problem, IJobContext context, CancellationToken cancel)
    {
        var items = context.Inputs.All(InputName);
        var problems = InitialVolumeChecks.Find(problem.Options, context.Inputs)
            .Where(found => found.Severity == DiagnosticSeverity.Error).ToArray();
        if (problems.Length > 0)
            throw new JobFailedException(problems);
        var threadCount = context.Resources.ThreadCount;
        var box = problem.Engine.Data.WorkingBoxPixels;
        Volume[] maps = [.. items.Select(item => VolumeResampler.Resample(VolumeInputs.Read(InputName, item), box, threadCount, cancel))];
        var contrast = Contrast(maps, problem.Consensus.Map.Map, problem.Composition.Reach);
        if (contrast <= 0)
            throw new JobFailedException(
                "INITIAL_VOLUMES",
                "inputs." + InputName,
                "the maps do not correlate with the consensus of the particles",
                "check that they are of the same molecule, in the same place and orientation, with protein positive");
        return Array.ConvertAll(maps, map => StartMap.LowPassed(
            problem, map.WithValues(Array.ConvertAll(map.Values, value => (float)(contrast * value))), threadCount));
    }

    /// <summary>The one factor on all maps that fits them best to the consensus within the mask, offsets left aside.</summary>
    private static double Contrast(Volume[] maps, Volume consensus, Volume mask)
    {
        var reference = Centred(consensus, mask);
        double correlation = 0, power = 0;
        foreach (var map in maps)
        {
            var values = Centred(map, mask);
            for (var i = 0; i < values.Length; i++)
                (correlation, power) = (correlation + (values[i] * reference[i]), power + (values[i] * values[i]));
        }

        return power > 0 ? correlation / power : 0;
    }

    private static double[] Centred(Volume map, Volume mask)
    {
        double sum = 0, weight = 0;
        for (var i = 0; i < mask.Values.Length; i++)
            (sum, weight) = (sum + (mask.Values[i] * map.Values[i]), weight + mask.Values[i]);
        var mean = sum / weight;
        return [.. map.Values.Zip(mask.Values, (value, inside) => inside * (value - mean))];
    }
}
