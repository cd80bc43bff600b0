using SingleParticle.Compute;
using SingleParticle.Estimation.Scales;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation;

/// <summary>Estimates consensus, noise and scales together, poses fixed.</summary>
/// <remarks>Sections 1 to 3 of docs/method/5-scale.md.</remarks>
public sealed class ConsensusEstimator
{
    private readonly EstimationData _data;
    private readonly IComputeDevice _device;
    private readonly FoldMapSolver _solver;
    private readonly int _threadCount;

    /// <summary>Prepares for a set of particles.</summary>
    /// <param name="data">The particles.</param>
    /// <param name="device">Where the heavy steps run.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public ConsensusEstimator(EstimationData data, IComputeDevice device, int threadCount)
    {
        _data = data;
        _device = device;
        _threadCount = threadCount;
        _solver = new FoldMapSolver(data, threadCount);
    }

    /// <summary>Estimates everything in two rounds: noise from images alone, then against the first map.</summary>
    /// <param name="solventMask">Solvent mask on the working box; null to have one made.</param>
    /// <param name="makeMask">Makes a solvent mask from the first consensus.</param>
    /// <param name="scales">Whether scales are estimated, or those given are kept.</param>
    /// <param name="givenScale">Scale of every record to start from, or to keep.</param>
    /// <param name="cancel">Stops the work.</param>
    public ConsensusEstimate Estimate(
        Volume? solventMask, Func<Volume, Volume> makeMask, ScaleSource scales, double[] givenScale, CancellationToken cancel) =>
        Estimate(
            new ConsensusSettings { SolventMask = solventMask, MakeMask = makeMask, Scales = scales, GivenScale = givenScale }, cancel);

    /// <summary>Estimates everything.</summary>
    /// <param name="settings">How.</param>
    /// <param name="cancel">Stops the work.</param>
    public ConsensusEstimate Estimate(ConsensusSettings settings, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.Rounds);
        var folds = new ParticleFolds(_data.HalfSets, settings.FoldCount);
        var (noise, scale) = (NoiseOfImages(_data), new ScaleEstimate(settings.GivenScale, new double[_data.Count], 1));
        var (maps, mask) = FirstMaps(settings, folds, noise, cancel);
        var engine = new EstimationEngine(_data, _device, mask);
        var focusMask = ScaleRegion.Usable(settings.FocusMask, mask);
        var kind = folds.Count > 1 ? ReferenceKind.HeldOut : ReferenceKind.Shared;
        for (var round = 1; ; round++)
        {
            var reference = new ScaleReference(
                [.. maps.Others.Select(map => SolventLevel.Masked(map, mask))], folds.MapOf, focusMask);
            var kept = settings.Scales == ScaleSource.Given ? scale.Scale : null;
            (noise, var gains) = new ScaleComparison(engine, reference, kept).Calibrate(noise, kind, cancel);
            reference = reference.Filtered(gains, _threadCount);
            var match = new ScaleComparison(engine, reference, kept).Run(noise, cancel);
            if (round == settings.Rounds && settings.FreeComponents.Count > 0 && kept is null)
                match = new SubspaceScale(engine, reference, noise, mask, _threadCount).Refine(match, settings.FreeComponents, cancel);
            noise = match.Noise();
            scale = kept is null ? settings.Rule.Estimate(match).NormalisedToMeanOne() : scale;
            settings.RoundEnded();
            using var statistics = BackProject(engine, folds, scale.Scale, noise, cancel);
            if (round == settings.Rounds)
                return new ConsensusEstimate(_solver.SolveWhole(statistics, mask), mask, noise, scale, match);
            maps = _solver.Solve(statistics, folds, mask);
        }
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

    private static IDeviceStatistics BackProject(
        EstimationEngine engine, ParticleFolds folds, double[] scale, NoiseSpectrum noise, CancellationToken cancel) =>
        // Inverted or empty particles (scale not above 0) are kept out of the consensus.
        engine.BackProject(folds.PartsPerHalf, record => scale[record] > 0 ? folds.PartOf(record) : -1, scale, noise, cancel);

    private (FoldMaps Maps, Volume Mask) FirstMaps(
        ConsensusSettings settings, ParticleFolds folds, NoiseSpectrum noise, CancellationToken cancel)
    {
        var engine = new EstimationEngine(_data, _device, settings.SolventMask);
        using var statistics = BackProject(engine, folds, settings.GivenScale, noise, cancel);
        // Without its mask a map's FSC counts the noise of the solvent and filters too hard: once there is a mask, it is filtered again.
        var mask = settings.SolventMask ?? settings.MakeMask(_solver.SolveWhole(statistics, null).Map);
        return (_solver.Solve(statistics, folds, mask), mask);
    }
}
