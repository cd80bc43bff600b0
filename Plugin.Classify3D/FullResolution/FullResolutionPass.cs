using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D.Maximization;
using Plugin.Classify3D.Outputs;
using Plugin.Classify3D.Stages;
using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Fourier;
using SingleParticle.Particles;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.FullResolution;

/// <summary>Class maps from the uncropped images with the final posteriors. Section 8 of docs/method/3-classification.md.</summary>
/// <remarks>As many classes at a time as the memory granted allows; images are prepared once and read once for each lot.</remarks>
internal sealed class FullResolutionPass
{
    // Both halves of a class' statistics (half a ball each) and what is made of them, in bytes for every voxel of the box.
    private const double StatisticsBytes = 2 * 0.35 * 12;
    private const double SolvingBytes = 44;
    private const double SecondsPerBackProjectedPixel = 4e-8;
    private const double ClassesOfAParticle = 1.5;
    private const int MostClassesPlanned = 8;

    private readonly ClassificationProblem _problem;
    private readonly Classification _result;
    private readonly EstimationData _data;
    private readonly EstimationEngine _engine;
    private readonly NoiseSpectrum _noise;
    private readonly Volume _mask;
    private readonly double[] _scale;
    private readonly int _threadCount;

    private FullResolutionPass(ClassificationProblem problem, Classification result, EstimationData data, NoiseSpectrum noise)
    {
        (_problem, _result, _data, _threadCount) = (problem, result, data, problem.ThreadCount);
        _mask = VolumeResampler.Resample(problem.Consensus.Mask, data.ImageBoxPixels, _threadCount);
        _engine = new EstimationEngine(data, problem.Engine.Device, _mask);
        _noise = Extended(noise, ConsensusEstimator.NoiseOfImages(data));
        _scale = Array.ConvertAll(data.Rows, row => (double)result.Scale[row]);
    }

    /// <summary>Makes the maps.</summary>
    /// <param name="context">The job.</param>
    /// <param name="set">Its particles.</param>
    /// <param name="problem">What stayed fixed.</param>
    /// <param name="result">The classification.</param>
    /// <param name="noise">Noise on the working box.</param>
    /// <param name="deliver">Takes each class and its map, one after the other.</param>
    /// <param name="cancel">Stops the work.</param>
    public static void Run(
        IJobContext context,
        ParticleSet set,
        ClassificationProblem problem,
        Classification result,
        NoiseSpectrum noise,
        Action<int, RegularisedMap> deliver,
        CancellationToken cancel)
    {
        using var data = ParticleStage.PrepareWhole(context, problem.Options, set, cancel);
        var pass = new FullResolutionPass(problem, result, data, noise);
        var perLot = ClassesPerLot(context.Resources, data.ImageBoxPixels, result.ClassCount);
        var lots = Enumerable.Range(0, result.ClassCount).Chunk(perLot).ToList();
        using var stage = context.Progress.Begin("full-resolution maps", (double)lots.Count * data.Count);
        foreach (var lot in lots)
            pass.Run(lot, deliver, count => stage.Advance(count), cancel);
    }

    /// <summary>What it needs beyond the classification.</summary>
    /// <param name="options">Options of the job.</param>
    /// <param name="header">The particles.</param>
    /// <param name="count">Their number.</param>
    public static ResourceRequest Estimate(Classify3DOptions options, DataHeader header, double count)
    {
        var n = (double)(header.BoxPixels ?? 0);
        var (pixels, voxels, perLot) = (Math.PI * n * n / 8, n * n * n, Math.Min(options.Classes, MostClassesPlanned));
        return new ResourceRequest(
            (long)(voxels * ((perLot * StatisticsBytes) + SolvingBytes)),
            (long)(count * pixels * 12),
            (long)(options.Classes * voxels * 12),
            count * pixels * ClassesOfAParticle * SecondsPerBackProjectedPixel);
    }

    /// <summary>How many classes are made at a time.</summary>
    /// <param name="resources">What the job may use.</param>
    /// <param name="boxPixels">Box of the images.</param>
    /// <param name="classCount">K.</param>
    public static int ClassesPerLot(GrantedResources resources, int boxPixels, int classCount)
    {
        var voxels = Math.Pow(boxPixels, 3);
        return (int)Math.Clamp((resources.MemoryBytes - (SolvingBytes * voxels)) / (StatisticsBytes * voxels), 1, classCount);
    }

    private void Run(int[] classes, Action<int, RegularisedMap> deliver, Action<int> advance, CancellationToken cancel)
    {
        using var statistics = new ClassStatistics(_engine, classes.Length, CommonPart.Absent);
        foreach (var chunk in _engine.Chunks)
        {
            var contributions = new List<Contribution>();
            for (var record = chunk.Start; record < chunk.End; record++)
                Contribute(record, record - chunk.Start, classes, contributions);
            _engine.Insert(statistics.Maps, _data.Batch(chunk, _noise), contributions, cancel);
            advance(chunk.Count);
        }

        var (solver, next) = (new HalfMapSolver(_data, _threadCount), 0);
        foreach (var (halfA, halfB) in statistics.Folded())
        {
            cancel.ThrowIfCancellationRequested();
            var k = classes[next++];
            deliver(k, halfA.IsEmpty || halfB.IsEmpty ? Enlarged(_result.Classes[k]) : solver.Solve(halfA, halfB, _mask));
        }
    }

    private void Contribute(int record, int item, int[] classes, List<Contribution> contributions)
    {
        if (_scale[record] <= 0)
            return;
        var posteriors = _result.PosteriorsOf(_data.Rows[record]);
        for (var i = 0; i < classes.Length; i++)
        {
            if (posteriors[classes[i]] > _problem.Options.PosteriorThreshold)
                contributions.Add(Contribution.OfClass(
                    item, EstimationEngine.MapIndex(i, _data.HalfSets[record]), posteriors[classes[i]], _scale[record]));
        }
    }

    // A class without two halves is the consensus on either box.
    private RegularisedMap Enlarged(RegularisedMap map)
    {
        var box = _data.ImageBoxPixels;
        return map with
        {
            Map = VolumeResampler.Resample(map.Map, box, _threadCount),
            Halves = new HalfMaps(
                VolumeResampler.Resample(map.HalfA, box, _threadCount), VolumeResampler.Resample(map.HalfB, box, _threadCount)),
        };
    }

    // Beyond the working box no map explains anything yet: there the images are noise.
    private static NoiseSpectrum Extended(NoiseSpectrum working, NoiseSpectrum whole) => new(
    [
        .. whole.Power.Zip(working.Power, (all, low) => all.Select(
            (power, shell) => shell < low.Length && low[shell] > 0 ? low[shell] : power).ToArray()),
    ]);
}
