using SingleParticle.Compute;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation;

/// <summary>Estimates consensus, noise and scales together, poses fixed.</summary>
/// <remarks>Section 6, step 1 of docs/method/3-classification.md.</remarks>
public sealed class ConsensusEstimator
{
    private readonly EstimationData _data;
    private readonly IComputeDevice _device;
    private readonly HalfMapSolver _solver;

    /// <summary>Prepares for a set of particles.</summary>
    /// <param name="data">The particles.</param>
    /// <param name="device">Where the heavy steps run.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public ConsensusEstimator(EstimationData data, IComputeDevice device, int threadCount)
    {
        _data = data;
        _device = device;
        _solver = new HalfMapSolver(data, threadCount);
    }

    /// <summary>Estimates everything in two rounds: noise from images alone, then against the first map.</summary>
    /// <param name="solventMask">Solvent mask on the working box; null to have one made.</param>
    /// <param name="makeMask">Makes a solvent mask from the first consensus.</param>
    /// <param name="scales">Whether scales are estimated, or those given are kept.</param>
    /// <param name="givenScale">Scale of every record to start from, or to keep.</param>
    /// <param name="cancel">Stops the work.</param>
    public ConsensusEstimate Estimate(
        Volume? solventMask, Func<Volume, Volume> makeMask, ScaleSource scales, double[] givenScale, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(makeMask);
        var noise = NoiseOfImages(_data);
        var engine = new EstimationEngine(_data, _device, null);
        var map = Reconstruct(engine, givenScale, noise, solventMask, cancel);
        var mask = solventMask ?? makeMask(map.Map);
        engine = new EstimationEngine(_data, _device, mask);
        var used = new ScaleEstimate(givenScale, new double[givenScale.Length], 1);
        for (var round = 0; round < 2; round++)
        {
            var match = Match(engine, HalfMapSolver.Masked(map.Map, mask), noise, scales, used.Scale, cancel);
            (noise, used) = (match.Noise, match.Scale);
            map = Reconstruct(engine, used.Scale, noise, mask, cancel);
        }

        return new ConsensusEstimate(map, mask, noise, used);
    }

    /// <summary>Noise spectra before there is any map: the power of the images themselves.</summary>
    /// <param name="data">The particles.</param>
    public static NoiseSpectrum NoiseOfImages(EstimationData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var noise = new NoiseAccumulator(data);
        for (var record = 0; record < data.Count; record++)
            noise.Add(record);
        return noise.ToSpectrum();
    }

    /// <summary>Compares every particle with one map: its scale, and the noise that the map leaves.</summary>
    /// <param name="engine">Passes over the particles.</param>
    /// <param name="map">Masked map on the working box.</param>
    /// <param name="noise">Noise to weigh shells with.</param>
    /// <param name="scales">Whether scales are estimated, or those given are kept.</param>
    /// <param name="givenScale">Scale of every record to keep.</param>
    /// <param name="cancel">Stops the work.</param>
    public static ReferenceMatch Match(
        EstimationEngine engine, Volume map, NoiseSpectrum noise, ScaleSource scales, double[] givenScale, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(engine);
        using var maps = engine.Load([map]);
        var (scores, shellCount, count) = (engine.CreateScores(1), engine.Plan.ShellCount, engine.Data.Count);
        var (slicePower, correlation, imagePower, scale) = (new double[count], new double[count], new double[count], new double[count]);
        var residual = new NoiseAccumulator(engine.Data);
        foreach (var chunk in engine.Chunks)
        {
            engine.Device.Score(maps, engine.Data.Batch(chunk, noise), scores, cancel);
            for (var record = chunk.Start; record < chunk.End; record++)
            {
                var item = record - chunk.Start;
                (slicePower[record], correlation[record]) = (scores.SlicePower[item], scores.Correlation[item]);
                imagePower[record] = Weighted(engine.Data, record, noise);
                var best = slicePower[record] > 0 ? correlation[record] / slicePower[record] : 0;
                scale[record] = scales == ScaleSource.Estimated ? best : givenScale[record];
                residual.Add(record);
                residual.Explain(record, scores.ShellSums.AsSpan(item * 2 * shellCount, 2 * shellCount), 1, Math.Max(0, scale[record]));
            }
        }

        var normalised = scales == ScaleSource.Estimated
            ? ScaleEstimate.From(slicePower, correlation, ScaleNormalisation.MeanOne)
            : new ScaleEstimate(givenScale, new double[count], 1);
        return new ReferenceMatch(normalised, scale, imagePower, slicePower, correlation, residual.ToSpectrum());
    }

    private static double Weighted(EstimationData data, int record, NoiseSpectrum noise)
    {
        var (weights, sum) = (noise.Weights[data.NoiseGroups[record]], 0.0);
        var power = data.ShellPower(record);
        for (var shell = 0; shell < power.Length; shell++)
            sum += (double)weights[data.Plane.FirstShell + shell] * power[shell];
        return sum;
    }

    private RegularisedMap Reconstruct(EstimationEngine engine, double[] scale, NoiseSpectrum noise, Volume? mask, CancellationToken cancel)
    {
        // Inverted or empty particles (scale not above 0) are kept out of the consensus.
        using var statistics = engine.BackProject(1, record => scale[record] > 0 ? 0 : -1, scale, noise, cancel);
        return _solver.Solve(statistics.Fold(0), statistics.Fold(1), mask);
    }
}
